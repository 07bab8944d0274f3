package org.openhall.kiosk.render;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.link.render.RenderOrder;
import org.openhall.link.render.RenderPart;
import org.openhall.link.render.RenderPart.Result;

/**
 * Draws what an order asks for, upright and lying: a {@link RenderOrder} on standard input, {@link
 * RenderPart}s on standard output. It opens no line and reads no file of anybody; whoever starts it
 * sees to it that it could not.
 */
public final class RenderMain {
  private static final int BROKEN = 1;

  private RenderMain() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    System.setOut(System.err); // whoever else prints does not print among the pictures
    Thread.setDefaultUncaughtExceptionHandler((_, fault) -> die(out, fault));
    try {
      RenderOrder.Received received = RenderOrder.read(System.in);
      new RenderPart.End(draw(received, out), "").write(out);
      System.exit(0);
    } catch (DraftContent.BadRecordException e) {
      end(out, Result.BAD_RECORD, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      die(out, e);
    }
  }

  private static Result draw(RenderOrder.Received received, DataOutputStream out)
      throws IOException, DraftContent.BadRecordException {
    DraftContent content = DraftContent.of(received.records());
    Subject subject = Subject.of(received.order(), content);
    if (subject.page().isEmpty()) {
      return Result.NO_PAGE;
    }
    Path folder = Files.createTempDirectory("render");
    subject.publish(folder, content);
    Easel.begin(folder);
    boolean isCut = false;
    for (Orientation orientation : Orientation.values()) {
      try (Easel easel = Easel.of(folder, subject.language(), orientation)) {
        isCut |= easel.draw(subject.page().get(), picture -> picture.write(out));
      }
    }
    return isCut ? Result.CUT : Result.DRAWN;
  }

  /** Says why, where there is still room to say it. */
  private static void die(DataOutputStream out, Throwable fault) {
    Throwable cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    boolean isFull = cause instanceof OutOfMemoryError;
    end(out, isFull ? Result.OUT_OF_MEMORY : Result.FAULT, String.valueOf(cause));
  }

  private static void end(DataOutputStream out, Result result, String words) {
    System.err.println("render: " + result + " " + words);
    try {
      new RenderPart.End(result, words).write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Runtime.getRuntime().halt(BROKEN);
    }
  }
}
