package org.openhall.office.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Attachment;
import org.openhall.content.Form;
import org.openhall.content.Limits;
import org.openhall.content.Origin;
import org.openhall.content.RecordHeader;
import org.openhall.content.UnknownFields;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.publish.AttachmentFault.Kind;
import org.openhall.repository.metadata.Sha256;

class AttachmentTargetsTest {
  @TempDir Path folder;
  private AttachmentTargets targets;

  @BeforeEach
  void open() {
    targets = new AttachmentTargets(folder);
  }

  private Attachment file(String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String sha256 = Sha256.hex(bytes);
    Files.write(folder.resolve(sha256), bytes);
    return new Attachment(content + ".txt", "text/plain", bytes.length, sha256, null);
  }

  private static Form form(@Nullable Attachment blank, @Nullable Attachment example) {
    Origin origin = new Origin("示例市", null, "0".repeat(64), LocalDate.EPOCH, true);
    RecordHeader header = new RecordHeader("f-1", 1, null, null, null, origin);
    return new Form(header, "申请表", null, blank, example, List.of(), null, UnknownFields.NONE);
  }

  private List<Kind> faults(@Nullable Attachment blank, @Nullable Attachment example)
      throws IOException {
    targets.add(RecordCodec.encoded(form(blank, example)));
    return targets.faults().stream().map(AttachmentFault::kind).toList();
  }

  @Test
  void aFileThatTwoRecordsNameIsOneTarget() throws IOException {
    Attachment file = file("a");
    assertEquals(List.of(), faults(file, file));
    assertEquals(
        Map.of("files/" + file.sha256(), folder.resolve(file.sha256())), targets.targets());
  }

  @Test
  void aRecordWithoutFilesNamesNone() throws IOException {
    assertEquals(List.of(), faults(null, null));
    assertTrue(targets.targets().isEmpty());
  }

  @Test
  void aFileThatTheOfficeDoesNotHaveIsNamed() throws IOException {
    Attachment file = file("a");
    Files.delete(folder.resolve(file.sha256()));
    assertEquals(List.of(Kind.MISSING), faults(file, null));
    assertEquals("f-1", targets.faults().getFirst().recordId());
    assertEquals(file, targets.faults().getFirst().file());
  }

  @Test
  void otherBytesUnderTheHashAreFound() throws IOException {
    Attachment file = file("a");
    Files.writeString(folder.resolve(file.sha256()), "b");
    assertEquals(List.of(Kind.DIFFERENT), faults(file, null));
  }

  @Test
  void aLengthThatIsNotTheFilesIsFoundThoughTheHashIsRight() throws IOException {
    Attachment file = file("a");
    Attachment wrong = new Attachment("a", "text/plain", 2, file.sha256(), null);
    assertEquals(List.of(Kind.DIFFERENT), faults(file, wrong));
  }

  @Test
  void aFileLongerThanPermittedIsRefusedUnread() throws IOException {
    Attachment file =
        new Attachment("a.zip", "application/zip", Limits.FILE + 1, "0".repeat(64), null);
    assertEquals(List.of(Kind.TOO_LONG), faults(file, null));
  }

  @Test
  void theFileWithWhichItBecomesTooMuchIsNamed() throws IOException {
    targets = new AttachmentTargets(folder, 2);
    Attachment tooMuch = file("c");
    assertEquals(List.of(), faults(file("a"), file("b")));
    assertEquals(List.of(), faults(file("a"), null), "a file counts once");
    assertEquals(List.of(Kind.TOO_MUCH), faults(tooMuch, null));
    assertEquals(tooMuch, targets.faults().getFirst().file());
  }
}
