package org.openhall.repository.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Marks trouble while reading as the line's, apart from trouble with the own disk. */
final class LineInput extends FilterInputStream {
  private final String path;

  LineInput(String path, InputStream in) {
    super(in);
    this.path = path;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private FetchException broken(IOException e) {
    if (e instanceof FetchException said) {
      return said;
    }
    return new FetchException(path, "the line broke while fetching %s: %s".formatted(path, e), e);
  }
}
