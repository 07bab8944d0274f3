package org.openhall.repository.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The timestamp is brought over again only when it has changed. */
class ConditionalFetchTest {
  private static final String LONG_AGO = "Mon, 23 Nov 2020 08:00:00 GMT";

  /** The server's own date is now; on a machine that stands still for a while as well. */
  private static final String NOT_BEFORE_NOW = "Tue, 24 Nov 2099 08:00:00 GMT";

  private HttpServer server;
  private HttpFetcher fetcher;
  private String content = "version 1";
  private String tag = "";
  private String changed = "";
  private final List<Integer> answered = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/metadata/", this::answer);
    server.start();
    fetcher = new HttpFetcher(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** As a server that knows tags, or dates, or neither. */
  private void answer(HttpExchange exchange) throws IOException {
    Headers asked = exchange.getRequestHeaders();
    boolean same =
        (!tag.isEmpty() && Objects.equals(asked.getFirst("If-None-Match"), tag))
            || (tag.isEmpty()
                && !changed.isEmpty()
                && Objects.equals(asked.getFirst("If-Modified-Since"), changed));
    Headers headers = exchange.getResponseHeaders();
    if (!tag.isEmpty()) {
      headers.set("ETag", tag);
    }
    if (!changed.isEmpty()) {
      headers.set("Last-Modified", changed);
    }
    byte[] bytes = content.getBytes(UTF_8);
    answered.add(same ? 304 : 200);
    exchange.sendResponseHeaders(same ? 304 : 200, same ? -1 : bytes.length);
    if (!same) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private String fetched(String name) throws IOException {
    try (InputStream in = fetcher.in("metadata").fetch(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private String timestamp() throws IOException {
    return fetched("timestamp.json");
  }

  @Test
  void whatHasNotChangedByItsTagIsTheSameBytesAgain() throws IOException {
    tag = "\"a\"";
    assertEquals("version 1", timestamp());
    assertEquals("version 1", timestamp());
    content = "version 2";
    tag = "\"b\"";
    assertEquals("version 2", timestamp());
    assertEquals("version 2", timestamp());
    assertEquals(List.of(200, 304, 200, 304), answered);
  }

  @Test
  void aDateServesAServerWithoutTags() throws IOException {
    changed = LONG_AGO;
    timestamp();
    assertEquals("version 1", timestamp());
    assertEquals(List.of(200, 304), answered);
  }

  @Test
  void aFileThatHasJustChangedIsAskedForWhole() throws IOException {
    changed = NOT_BEFORE_NOW;
    tag = "\"date-and-length\"";
    timestamp();
    content = "version 2";
    assertEquals("version 2", timestamp(), "the same date, the same length");
    assertEquals(List.of(200, 200), answered);
  }

  @Test
  void aServerThatTellsNothingIsAskedForTheWhole() throws IOException {
    timestamp();
    timestamp();
    assertEquals(List.of(200, 200), answered);
  }

  @Test
  void filesThatNeverChangeAreNotRemembered() throws IOException {
    tag = "\"a\"";
    fetched("7.snapshot.json");
    fetched("7.snapshot.json");
    assertEquals(List.of(200, 200), answered);
  }

  @Test
  void aTimestampWithoutEndIsNotKept() throws IOException {
    tag = "\"a\"";
    content = "x".repeat(100_000);
    assertEquals(100_000, timestamp().length());
    assertEquals(100_000, timestamp().length());
    assertEquals(List.of(200, 200), answered);
  }

  @Test
  void unchangedWithoutHavingBeenAskedIsNoAnswer() {
    server.removeContext("/metadata/");
    server.createContext(
        "/metadata/",
        exchange -> {
          exchange.sendResponseHeaders(304, -1);
          exchange.close();
        });
    assertThrows(FetchException.class, this::timestamp);
  }
}
