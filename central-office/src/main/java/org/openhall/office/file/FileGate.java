package org.openhall.office.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a file of others may come in. Its bytes are already on the disk, under a name of the
 * office's own; nothing of the file is run, resolved or fetched.
 *
 * @param kinds what is taken here
 * @param longest bytes
 */
public record FileGate(Set<FileKind> kinds, long longest) {
  public FileGate {
    kinds = Set.copyOf(kinds);
  }

  /** What was found in a file. */
  public record Found(FileFault fault, String detail) {}

  /** What came of a look. */
  public sealed interface Look {

    /** It may come in. */
    record Taken(FileKind kind) implements Look {}

    /** It may not, for these reasons; at least one. */
    record Refused(List<Found> reasons) implements Look {
      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /**
   * Looks at a file.
   *
   * @param name as its sender calls it
   * @param path where its bytes lie
   */
  public Look look(String name, Path path) throws IOException {
    if (!FileName.isPlain(name)) {
      return refused(FileFault.NAME, FileName.legible(name));
    }
    Optional<FileKind> kind = FileKind.ofName(name).filter(kinds::contains);
    if (kind.isEmpty()) {
      return FileName.runs(name)
          ? refused(FileFault.PROGRAM, FileName.ending(name))
          : refused(FileFault.KIND, FileName.ending(name));
    }
    if (Files.size(path) > longest) {
      return refused(FileFault.TOO_LONG, (longest >> 20) + " MiB");
    }
    List<Found> found = new ArrayList<>();
    new FileContent(kind.get(), path)
        .read((fault, detail) -> found.add(new Found(fault, detail)), (text, heading) -> {});
    return found.isEmpty() ? new Look.Taken(kind.get()) : new Look.Refused(found);
  }

  private static Look refused(FileFault fault, String detail) {
    return new Look.Refused(List.of(new Found(fault, detail)));
  }
}
