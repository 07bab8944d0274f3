package org.openhall.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openhall.fuzz.FuzzTarget;

/** A trace from anywhere: refused with its line, or written again as it was read. */
public final class TraceFileFuzz implements FuzzTarget {

  @Override
  public String name() {
    return "trace-file";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        utf8(
            """
            openhall-trace 1 id-card-reader sdt
            0.000000 opened
            0.000001 > aaaaaa9669000311ffed
            0.000002 < aaaaaa9669000400009094
            0.000005 command read
            1.000006 outcome CardRead
            0.000008 closed
            """),
        utf8("openhall-trace 1 a b\n"));
  }

  @Override
  public List<byte[]> words() {
    return List.of(
        utf8("\n0.000001 > "),
        utf8(" outcome "),
        utf8("openhall-trace 1 "),
        utf8("999999999.999999"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void run(byte[] input) {
    try {
      TraceFile read = read(new String(input, StandardCharsets.UTF_8));
      if (!read.equals(again(read.text()))) {
        throw new AssertionError("written otherwise than it was read: " + read.text());
      }
      read.trace().entries().forEach(Trace.Entry::raw);
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).startsWith("it ")) {
        throw new AssertionError("a refusal that does not name the file", e);
      }
    }
  }

  private static TraceFile read(String text) throws IOException {
    return TraceFile.of("it", text.lines().toList());
  }

  private static TraceFile again(String text) {
    try {
      return read(text);
    } catch (IOException e) {
      throw new AssertionError("wrote what it cannot read: " + text, e);
    }
  }
}
