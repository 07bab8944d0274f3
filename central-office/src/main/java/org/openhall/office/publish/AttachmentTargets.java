package org.openhall.office.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.content.Attachment;
import org.openhall.content.Attachments;
import org.openhall.content.Limits;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.publish.AttachmentFault.Kind;
import org.openhall.repository.storage.FileDigest;

/** The attachments that the records of a release name, each looked at once. */
final class AttachmentTargets {
  /** Stands in every record that names a file, and in few others. */
  private static final String MARK = "\"mediaType\"";

  private final Path folder;
  private final long most;
  private final Map<String, Path> targets = new HashMap<>();
  private final Set<Attachment> seen = new HashSet<>();
  private final List<AttachmentFault> faults = new ArrayList<>();
  private long bytes;

  /**
   * @param folder the bytes, each file under its SHA-256
   */
  AttachmentTargets(Path folder) {
    this(folder, Limits.FILES);
  }

  /**
   * @param most bytes of all files together
   */
  AttachmentTargets(Path folder, long most) {
    this.folder = folder;
    this.most = most;
  }

  /** Takes in what a record names. */
  void add(EncodedRecord record) throws IOException {
    if (!new String(record.json(), StandardCharsets.ISO_8859_1).contains(MARK)) {
      return;
    }
    for (Attachment file : attachments(record)) {
      if (seen.add(file)) {
        Optional<Kind> fault = take(file);
        fault.ifPresent(kind -> faults.add(new AttachmentFault(kind, record.id(), file)));
      }
    }
  }

  /** Target name → file. */
  Map<String, Path> targets() {
    return Map.copyOf(targets);
  }

  /** What cannot be published; a release with any is none. */
  List<AttachmentFault> faults() {
    return List.copyOf(faults);
  }

  private static List<Attachment> attachments(EncodedRecord record) throws IOException {
    try {
      return Attachments.of(RecordCodec.decode(record.json()));
    } catch (MalformedRecordException e) {
      throw new IOException("the record %s is damaged; import it again".formatted(record.id()), e);
    }
  }

  private Optional<Kind> take(Attachment file) throws IOException {
    Path source = folder.resolve(file.sha256());
    if (file.length() > Limits.FILE) {
      return Optional.of(Kind.TOO_LONG);
    } else if (!Files.isRegularFile(source)) {
      return Optional.of(Kind.MISSING);
    } else if (Files.size(source) != file.length()
        || !FileDigest.sha256(source).equals(file.sha256())) {
      return Optional.of(Kind.DIFFERENT);
    }
    boolean isNew = targets.putIfAbsent(file.target(), source) == null;
    bytes += isNew ? file.length() : 0;
    boolean tooMuch = targets.size() > Limits.FILE_COUNT || bytes > most;
    return tooMuch ? Optional.of(Kind.TOO_MUCH) : Optional.empty();
  }
}
