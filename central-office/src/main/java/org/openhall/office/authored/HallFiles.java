package org.openhall.office.authored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.openhall.content.Attachment;
import org.openhall.content.Limits;
import org.openhall.office.file.FileKind;
import org.openhall.repository.metadata.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The attachments of a hall: what an author names by its file is given type, length and hash. */
final class HallFiles {
  private static final String FILE = "file";

  private final Path folder;
  private final Problems problems;
  private final Map<String, Optional<Attachment>> known = new HashMap<>();
  private final Map<String, Path> bySha256 = new LinkedHashMap<>();

  HallFiles(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /** Hash → file, of all that records name. */
  Map<String, Path> bySha256() {
    return Map.copyOf(bySha256);
  }

  /** Fills in every attachment of a record, wherever it stands. */
  void fill(AuthoredRecord record) throws IOException {
    fill(record.json(), record);
  }

  private void fill(JsonNode node, AuthoredRecord record) throws IOException {
    if (node instanceof ArrayNode array) {
      for (JsonNode element : array) {
        fill(element, record);
      }
    }
    if (node instanceof ObjectNode object) {
      wrap(object);
      if (object.path(FILE).isString()) {
        describe(object, record);
      }
      for (JsonNode value : object.values()) {
        fill(value, record);
      }
    }
  }

  /** In a block, the file itself may be written for the object that holds it. */
  private static void wrap(ObjectNode object) {
    if (object.has("kind") && object.path(FILE).isString()) {
      String name = object.path(FILE).asString();
      object.putObject(FILE).put(FILE, name);
    }
  }

  private void describe(ObjectNode object, AuthoredRecord record) throws IOException {
    String file = object.path(FILE).asString();
    Optional<Attachment> attachment = find(file, record);
    if (attachment.isEmpty()) {
      return;
    }
    Attachment found = attachment.get();
    object.remove(FILE);
    object.put("name", object.path("name").asString(file));
    object.put("mediaType", found.mediaType());
    object.put("length", found.length());
    object.put("sha256", found.sha256());
    if (found.pages() != null) {
      object.put("pages", found.pages());
    }
  }

  private Optional<Attachment> find(String name, AuthoredRecord record) throws IOException {
    Optional<Attachment> found = known.get(name);
    if (found == null) {
      found = read(name, record);
      known.put(name, found);
    } else if (found.isEmpty()) {
      problems.add(record, "file-missing", record.id(), name);
    }
    return found;
  }

  private Optional<Attachment> read(String name, AuthoredRecord record) throws IOException {
    Path file = folder.resolve(name);
    Optional<FileKind> kind = FileKind.ofName(name).filter(FileKind::isAttachable);
    if (name.contains("/") || name.contains("\\") || !Files.isRegularFile(file)) {
      problems.add(record, "file-missing", record.id(), name);
      return Optional.empty();
    } else if (kind.isEmpty()) {
      problems.add(record, "file-type", record.id(), name);
      return Optional.empty();
    } else if (Files.size(file) > Limits.FILE) {
      problems.add(record, "file-too-long", record.id(), name, Limits.FILE);
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    String sha256 = Sha256.hex(bytes);
    bySha256.put(sha256, file);
    String type = kind.get().mediaType();
    Integer pages = kind.get() == FileKind.PDF ? pages(name, bytes, record) : null;
    return Optional.of(new Attachment(name, type, bytes.length, sha256, pages));
  }

  private Integer pages(String name, byte[] bytes, AuthoredRecord record) {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      problems.add(record, "file-no-pdf", record.id(), name, String.valueOf(e.getMessage()));
      return 0;
    }
  }
}
