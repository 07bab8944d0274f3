package org.openhall.repository.storage;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The real disk, with the power cut at the given step: half of a write, or before a rename. */
public final class FaultyStorage implements Storage {
  private final Storage disk = Storage.durable();
  private int stepsLeft;

  public FaultyStorage(int stepsBeforeTheCut) {
    this.stepsLeft = stepsBeforeTheCut;
  }

  /** The program is dead from here on. */
  public static final class PowerCut extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public OutputStream append(Path file) throws IOException {
    boolean cut = isCut();
    return new FilterOutputStream(disk.append(file)) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, cut ? length / 2 : length);
        if (cut) {
          throw new PowerCut();
        }
      }
    };
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    if (isCut()) {
      throw new PowerCut();
    }
    disk.move(from, to);
  }

  private boolean isCut() throws PowerCut {
    if (stepsLeft < 0) {
      throw new PowerCut();
    }
    return stepsLeft-- == 0;
  }
}
