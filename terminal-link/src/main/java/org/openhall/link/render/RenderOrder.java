package org.openhall.link.render;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.link.Json;

/**
 * What is to be drawn: the page of a record, or a warning over everything. On the stream it is a
 * line of JSON, followed by whatever records the page refers to, canonical JSON, a line each.
 *
 * @param id of the record; empty for a warning
 * @param office name of the office
 * @param english whether the screen's own words are English rather than Chinese
 * @param warning the warning, or null for a record
 */
public record RenderOrder(String id, String office, boolean english, @Nullable Warning warning) {
  /**
   * An emergency notice.
   *
   * @param text its paragraphs
   * @param until when it ends, ISO 8601 in UTC
   */
  public record Warning(String title, List<String> text, String until) {
    public Warning {
      text = List.copyOf(text);
    }
  }

  /**
   * An order as it was read.
   *
   * @param records canonical JSON
   */
  public record Received(RenderOrder order, List<String> records) {
    public Received {
      records = List.copyOf(records);
    }
  }

  /** Writes it; the end of the stream is the end of the records. */
  public void write(OutputStream out, Collection<byte[]> records) throws IOException {
    out.write(Json.write(this));
    out.write('\n');
    for (byte[] json : records) {
      out.write(json);
      out.write('\n');
    }
    out.flush();
  }

  /** Reads one up to the end of the stream. */
  public static Received read(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String first = reader.readLine();
    RenderOrder order =
        Json.read(
                first == null ? new byte[0] : first.getBytes(StandardCharsets.UTF_8),
                RenderOrder.class)
            .orElseThrow(() -> new IOException("the first line is no order"));
    return new Received(order, reader.lines().toList());
  }
}
