package org.openhall.agent.stick;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.openhall.repository.metadata.TopRole;

/** Looks for repositories on a stick: the folder itself, or one that it holds. */
final class StickFolders {
  private static final int DEEPEST = 4;

  /** A stick may be full of other things; nobody is to wait for all of them. */
  private static final int MOST_FOLDERS = 2_000;

  private StickFolders() {}

  /** Every folder that looks like a repository, at most 4 deep; links are not followed. */
  static List<Path> repositories(Path stick) throws IOException {
    Search search = new Search();
    Files.walkFileTree(stick, EnumSet.noneOf(FileVisitOption.class), DEEPEST, search);
    return search.found;
  }

  private static final class Search extends SimpleFileVisitor<Path> {
    private final List<Path> found = new ArrayList<>();
    private int looked;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (++looked > MOST_FOLDERS) {
        return FileVisitResult.TERMINATE;
      }
      Path timestamp = folder.resolve("metadata").resolve(TopRole.TIMESTAMP.fileName());
      if (!Files.isRegularFile(timestamp)) {
        return FileVisitResult.CONTINUE;
      }
      found.add(folder);
      return FileVisitResult.SKIP_SUBTREE;
    }

    /**
     * What cannot be read is passed over: it is not what is looked for, or is said to be missing.
     */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException trouble) {
      return FileVisitResult.CONTINUE;
    }
  }
}
