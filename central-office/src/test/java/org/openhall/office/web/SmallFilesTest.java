package org.openhall.office.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the office keeps in memory of its repository is always what lies on the disk. */
class SmallFilesTest {
  @TempDir Path folder;

  private SmallFiles.Kept kept(SmallFiles files, String path) throws IOException {
    return assertInstanceOf(SmallFiles.Kept.class, files.find(path));
  }

  private static String words(SmallFiles.Kept file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aFileIsReadOnceAndAgainWhenAnotherTookItsPlace() throws IOException {
    SmallFiles files = new SmallFiles(folder);
    Path file = Files.writeString(folder.resolve("timestamp.json"), "one");
    FileTime time = Files.getLastModifiedTime(file);
    SmallFiles.Kept first = kept(files, "timestamp.json");
    assertSame(first, kept(files, "timestamp.json"));
    Path other = Files.writeString(folder.resolve("new"), "two");
    Files.setLastModifiedTime(other, time);
    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    assertEquals("two", words(kept(files, "timestamp.json")), "of the same length and date");
  }

  @Test
  void whatIsGoneIsAbsentAndWhatIsLargeIsNotKept() throws IOException {
    SmallFiles files = new SmallFiles(folder);
    Path file = Files.writeString(folder.resolve("a"), "one");
    kept(files, "a");
    Files.delete(file);
    assertInstanceOf(SmallFiles.Absent.class, files.find("a"));
    assertInstanceOf(SmallFiles.Absent.class, files.find("no/such/folder"));
    assertInstanceOf(SmallFiles.TooLarge.class, files.find(""));
    Files.writeString(folder.resolve("file"), "one");
    assertInstanceOf(SmallFiles.Absent.class, files.find("file/below"), "asked by a stranger");
    assertInstanceOf(SmallFiles.TooLarge.class, files.find("x".repeat(300)), "asked by a stranger");
    Files.write(folder.resolve("b"), new byte[SmallFiles.LARGEST + 1]);
    assertInstanceOf(SmallFiles.TooLarge.class, files.find("b"));
  }

  @Test
  void memoryIsBounded() throws IOException {
    SmallFiles files = new SmallFiles(folder);
    for (int n = 0; n < 60; n++) {
      Files.write(folder.resolve("f" + n), new byte[SmallFiles.LARGEST]);
    }
    SmallFiles.Kept first = kept(files, "f0");
    for (int n = 0; n < 60; n++) {
      kept(files, "f" + n);
    }
    assertNotSame(first, kept(files, "f0"));
  }
}
