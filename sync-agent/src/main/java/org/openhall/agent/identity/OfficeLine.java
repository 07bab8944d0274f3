package org.openhall.agent.identity;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;
import org.openhall.repository.client.HttpRoute;
import org.openhall.repository.client.RetryAfter;

/** Small questions to the office over TLS. */
public final class OfficeLine {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int LARGEST_ANSWER = 1 << 20;

  private final URI office;
  private final HttpRoute route;

  /**
   * @param office base address, {@code https}
   * @param route how it is reached, and both ends are proved
   */
  public OfficeLine(URI office, HttpRoute route) {
    this.office = office;
    this.route = route;
  }

  /**
   * What came back.
   *
   * @param status of HTTP
   * @param text the body
   * @param waitAsked how long the office wants to be left alone, 0 for not
   * @param at by the office's clock, to the second; empty where it does not say
   */
  public record Answer(int status, String text, Duration waitAsked, Optional<Instant> at) {

    public boolean isGood() {
      return status / 100 == 2;
    }

    /** The body as it came. */
    public byte[] body() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  public Answer get(String path) throws IOException {
    return answer(connect(path));
  }

  public Answer post(String path, byte[] json) throws IOException {
    HttpsURLConnection connection = connect(path);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    try (OutputStream body = connection.getOutputStream()) {
      body.write(json);
    }
    return answer(connection);
  }

  /** What came of asking for an answer that goes on. */
  public sealed interface Opened {

    /** It goes on; closing ends the line, also while another thread reads from it. */
    record Stream(InputStream in, Closeable line) implements Opened {}

    /** Something else was answered. */
    record Other(Answer answer) implements Opened {}
  }

  /**
   * Asks for an answer that goes on.
   *
   * @param mediaType what it must be
   * @param silence after so long without a byte, reading fails
   */
  public Opened open(String path, String mediaType, Duration silence) throws IOException {
    HttpsURLConnection connection = connect(path);
    connection.setReadTimeout((int) silence.toMillis());
    connection.setRequestProperty("Accept", mediaType);
    String type = String.valueOf(connection.getHeaderField("Content-Type"));
    return connection.getResponseCode() / 100 == 2 && type.startsWith(mediaType)
        ? new Opened.Stream(connection.getInputStream(), connection::disconnect)
        : new Opened.Other(answer(connection));
  }

  /** The address of a path at the office, whose own may end with a slash or not. */
  static URI below(URI office, String path) {
    String base = office.toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + path);
  }

  private HttpsURLConnection connect(String path) throws IOException {
    HttpURLConnection connection = route.open(below(office, path));
    if (!(connection instanceof HttpsURLConnection https)) {
      throw new IOException("not an https address");
    }
    https.setRequestProperty("Accept", "application/json");
    return https;
  }

  private static Answer answer(HttpsURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    try (InputStream body = body(connection, status)) {
      byte[] bytes = body == null ? new byte[0] : body.readNBytes(LARGEST_ANSWER);
      Duration wait = isBusy(status) ? RetryAfter.of(connection) : Duration.ZERO;
      Optional<Instant> at =
          Optional.of(connection.getDate()).filter(ms -> ms > 0).map(Instant::ofEpochMilli);
      return new Answer(status, new String(bytes, StandardCharsets.UTF_8), wait, at);
    }
  }

  private static boolean isBusy(int status) {
    return status == HttpURLConnection.HTTP_UNAVAILABLE || status == TOO_MANY_REQUESTS;
  }

  private static @Nullable InputStream body(HttpsURLConnection connection, int status)
      throws IOException {
    return status / 100 == 2 ? connection.getInputStream() : connection.getErrorStream();
  }
}
