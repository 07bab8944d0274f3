package org.openhall.office.authored;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openhall.repository.metadata.Sha256;

/**
 * A hall's own content, read and checked: {@code *.json} and {@code guides/*.json} hold records in
 * their JSON form, each file one or an array; {@code entries/*.md} hold entries of the disclosure
 * directory; {@code files/} holds what they name as attachments.
 *
 * @param records all that could be read, file by file
 * @param files hash → file, of the attachments that they name
 * @param problems what its authors have to put right; nothing is imported unless it is empty
 * @param sha256 over names and hashes of the files read
 */
public record AuthoredHall(
    List<AuthoredRecord> records, Map<String, Path> files, List<Problem> problems, String sha256) {
  public AuthoredHall {
    records = List.copyOf(records);
    files = Map.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** Reads a hall and checks all of it; the folder must stay open while its files are used. */
  public static AuthoredHall read(HallFolder folder) throws IOException {
    Problems problems = new Problems();
    List<AuthoredRecord> records = new ArrayList<>();
    HallFiles files = new HallFiles(folder.root().resolve("files"), problems);
    StringBuilder hashes = new StringBuilder();
    for (Path file : sources(folder.root())) {
      String name = folder.root().relativize(file).toString();
      byte[] bytes = Files.readAllBytes(file);
      hashes.append(name).append('\0').append(Sha256.hex(bytes)).append('\n');
      records.addAll(read(name, bytes, problems));
    }
    for (AuthoredRecord record : records) {
      files.fill(record);
    }
    new HallCheck(records, problems).run();
    String sha256 = Sha256.hex(hashes.toString().getBytes(StandardCharsets.UTF_8));
    return new AuthoredHall(records, files.bySha256(), problems.all(), sha256);
  }

  /** Departments first and the catalogue second, so that an import meets them before the rest. */
  private static List<Path> sources(Path root) throws IOException {
    List<Path> sources = new ArrayList<>(list(root, ".json"));
    sources.sort((a, b) -> Integer.compare(rank(a), rank(b)));
    sources.addAll(list(root.resolve("guides"), ".json"));
    sources.addAll(list(root.resolve("entries"), ".md"));
    return sources;
  }

  private static int rank(Path file) {
    int place = List.of("departments.json", "catalog.json").indexOf(file.getFileName() + "");
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  private static List<Path> list(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static List<AuthoredRecord> read(String name, byte[] bytes, Problems problems) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
      return name.endsWith(".md")
          ? EntryFile.read(name, text, problems)
          : JsonFile.read(name, bytes, problems);
    } catch (CharacterCodingException e) {
      problems.add(name, 1, "not-utf8");
      return List.of();
    }
  }
}
