package org.openhall.device.sensor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.Sense;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.Port;

/**
 * A file that holds a word, read anew at each look: the kernel's {@code value} of a digital input,
 * or what another program writes. Only ordinary files are opened, for others might make it wait.
 */
final class FileContact implements Contact {

  /** A file that is being written is empty for a moment; one that stays so is wrong. */
  private static final int MOST_EMPTY = 3;

  private final Path file;
  private final Words words;
  private int empty;
  private Sense said = Sense.UNKNOWN;
  private volatile boolean closed;

  private FileContact(Path file, Words words) {
    this.file = file;
    this.words = words;
  }

  static Port<Contact> port(Path file, Words words) {
    return () -> {
      FileContact contact = new FileContact(file, words);
      contact.read();
      return contact;
    };
  }

  @Override
  public Condition sample() throws DeviceFaultException {
    if (closed) {
      throw new DeviceFaultException(Detail.LINE_LOST, file + " is closed");
    }
    String content = read();
    if (content.isBlank() && ++empty < MOST_EMPTY) {
      return Condition.READY.with(said);
    }
    empty = 0;
    said =
        words
            .meaning(content)
            .orElseThrow(() ->
                new DeviceFaultException(Detail.BAD_ANSWER, file + " holds none of the words"));
    return Condition.READY.with(said);
  }

  private String read() throws DeviceFaultException {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new DeviceFaultException(Detail.PORT_WRONG, file + " is no ordinary file");
      }
      try (InputStream in = Files.newInputStream(file)) {
        return new String(in.readNBytes(Words.LONGEST), StandardCharsets.ISO_8859_1);
      }
    } catch (DeviceFaultException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new DeviceFaultException(Detail.PORT_MISSING, "there is no " + file, e);
    } catch (AccessDeniedException e) {
      throw new DeviceFaultException(Detail.PORT_FORBIDDEN, file + " may not be read", e);
    } catch (IOException e) {
      throw new DeviceFaultException(Detail.LINE_LOST, file + " cannot be read", e);
    }
  }

  /** There is never a wait on it. */
  @Override
  public void wake() {}

  @Override
  public void close() {
    closed = true;
  }
}
