package org.openhall.office.catalog;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.openhall.office.text.Trouble;

/** The lines of a source file, numbered from 1, none longer than {@value #LONGEST} characters. */
final class Lines implements AutoCloseable {
  private static final int LONGEST = 16_000_000;
  private static final int BUFFER = 1 << 14;

  private final SourceFile file;
  private final Reader reader;
  private final char[] buffer = new char[BUFFER];
  private int start;
  private int end;
  private int number;

  Lines(SourceFile file) throws IOException {
    this.file = file;
    this.reader = file.reader();
  }

  /** Number of the line returned last, or of the one that broke. */
  int number() {
    return number;
  }

  /** The next line without its end, or empty after the last. */
  Optional<String> next() throws BadFileException, IOException {
    number++;
    StringBuilder line = new StringBuilder();
    boolean any = false;
    while (start < end || fill()) {
      any = true;
      int lineEnd = indexOfLineEnd();
      line.append(buffer, start, lineEnd - start);
      start = Math.min(lineEnd + 1, end);
      if (lineEnd < end) {
        break;
      }
      requireBounded(line);
    }
    return any ? Optional.of(line.toString()) : Optional.empty();
  }

  private int indexOfLineEnd() {
    int i = start;
    while (i < end && buffer[i] != '\n') {
      i++;
    }
    return i;
  }

  private boolean fill() throws BadFileException, IOException {
    try {
      start = 0;
      end = Math.max(0, reader.read(buffer));
      return end > 0;
    } catch (IOException e) {
      throw file.broken(e, number);
    }
  }

  private void requireBounded(StringBuilder line) throws BadFileException {
    if (line.length() > LONGEST) {
      throw new BadFileException(Trouble.of("trouble.line-too-long", file.name(), number, LONGEST));
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
