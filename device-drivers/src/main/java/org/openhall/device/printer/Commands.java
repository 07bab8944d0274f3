package org.openhall.device.printer;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPosConst.Justification;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.image.BitonalThreshold;
import com.github.anastaciocintra.escpos.image.CoffeeImage;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The commands that escpos-coffee writes: reset, how a row stands, dots. */
final class Commands {

  /**
   * The most rows of dots to a command: one that was cut off is ended by few bytes, and no printer
   * has to hold more.
   */
  private static final int BAND_ROWS = 64;

  /** Of {@code ESC a} and {@code GS v 0}, before the dots. */
  private static final int HEAD_BYTES = 11;

  private static final byte DLE = 0x10;
  private static final int BLACK = 0xFF000000;
  private static final int WHITE = 0xFFFFFFFF;

  private static final Style.FontSize[] SIZES = {Style.FontSize._1, Style.FontSize._2};

  private Commands() {}

  /** {@code ESC @}. */
  static byte[] reset() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EscPos commands = new EscPos(bytes)) {
      commands.initializePrinter();
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    }
    return bytes.toByteArray();
  }

  /**
   * How the next rows stand.
   *
   * @param size 1, or 2 for twice as wide and high
   */
  static byte[] style(boolean centred, int size) {
    Style.FontSize times = SIZES[size - 1];
    Justification side = centred ? Justification.Center : Justification.Left_Default;
    try {
      return new Style().setJustification(side).setFontSize(times, times).getConfigBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    }
  }

  /** {@code GS v 0}, as often as it takes. */
  static byte[] dots(Raster raster) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int top = 0; top < raster.height(); top += BAND_ROWS) {
      int rows = Math.min(BAND_ROWS, raster.height() - top);
      Dots band = new Dots(raster, 0, top, raster.width(), rows);
      bytes.writeBytes(
          harmless(
              new RasterBitImageWrapper().getBytes(new EscPosImage(band, new BitonalThreshold()))));
    }
    return bytes.toByteArray();
  }

  /**
   * A printer does real-time commands even where they stand among dots; one could have it throw the
   * receipt away and then confirm it. So a lone dot (10) before 04, 05 or 14 gets a neighbour.
   */
  private static byte[] harmless(byte[] command) {
    for (int i = HEAD_BYTES; i < command.length - 1; i++) {
      byte next = command[i + 1];
      if (command[i] == DLE && (next == 0x04 || next == 0x05 || next == 0x14)) {
        command[i] |= 0x08;
      }
    }
    return command;
  }

  /** No command is longer than this, on paper of so many dots. */
  static int longest(int paperDots) {
    return HEAD_BYTES + BAND_ROWS * (paperDots / 8);
  }

  /** A part of a raster, as escpos-coffee wants it. */
  private record Dots(Raster raster, int left, int top, int width, int height)
      implements CoffeeImage {

    @Override
    public int getWidth() {
      return width;
    }

    @Override
    public int getHeight() {
      return height;
    }

    @Override
    public CoffeeImage getSubimage(int x, int y, int w, int h) {
      return new Dots(raster, left + x, top + y, w, h);
    }

    @Override
    public int getRGB(int x, int y) {
      return raster.black(left + x, top + y) ? BLACK : WHITE;
    }
  }
}
