package org.openhall.repository.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.repository.metadata.PercentEncoding;

class HttpFetcherTest {
  private HttpServer server;
  private HttpFetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    fetcher = new HttpFetcher(address("/repository"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI address(String path) {
    return URI.create(
        "http://%s:%d%s"
            .formatted(server.getAddress().getHostString(), server.getAddress().getPort(), path));
  }

  private static HttpHandler answer(int status, String body) {
    return exchange -> send(exchange, status, body);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String fetched(long offset) throws IOException {
    try (InputStream in = fetcher.in("metadata").fetch("a.json", offset)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void bringsAFileFromBelowTheBaseAddress() throws IOException {
    server.createContext("/repository/metadata/a.json", answer(200, "hello"));
    assertEquals("hello", fetched(0));
  }

  @Test
  void asksForTheRestOnly() throws IOException {
    server.createContext(
        "/repository/metadata/a.json",
        exchange -> {
          assertEquals("bytes=2-", exchange.getRequestHeaders().getFirst("Range"));
          exchange.getResponseHeaders().set("Content-Range", "bytes 2-4/5");
          send(exchange, 206, "llo");
        });
    assertEquals("llo", fetched(2));
  }

  @Test
  void skipsWhatAServerWithoutRangesSendsAgain() throws IOException {
    server.createContext("/repository/metadata/a.json", answer(200, "hello"));
    assertEquals("llo", fetched(2));
  }

  @Test
  void namesMayHoldSpacesPercentSignsAndChinese() throws IOException {
    server.createContext(
        "/repository/", exchange -> send(exchange, 200, exchange.getRequestURI().getPath()));
    String name = "目录/a b%20c?d#e:f";
    try (InputStream in = fetcher.fetch(PercentEncoding.path(name))) {
      assertEquals("/repository/" + name, new String(in.readAllBytes(), UTF_8));
    }
  }

  @Test
  void tellsAnAbsentFileFromAServerInTrouble() {
    server.createContext("/repository/metadata/a.json", answer(404, ""));
    assertThrows(FetchException.NotFound.class, () -> fetched(0));
    server.removeContext("/repository/metadata/a.json");
    server.createContext("/repository/metadata/a.json", answer(503, ""));
    var e = assertThrows(FetchException.class, () -> fetched(0));
    assertFalse(e instanceof FetchException.NotFound);
    assertTrue(e.toString().contains("503"));
  }

  @Test
  void aLineThatBreaksInTheMiddleIsAFetchException() {
    server.createContext(
        "/repository/metadata/a.json",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write("half".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          exchange.close();
        });
    assertInstanceOf(FetchException.class, assertThrows(IOException.class, () -> fetched(0)));
  }

  @Test
  void anAbsentServerIsAFetchException() {
    server.stop(0);
    var e = assertThrows(FetchException.class, () -> fetched(0));
    assertTrue(e.toString().contains("cannot be reached"));
  }

  private static HttpHandler redirect(int status, String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      send(exchange, status, "moved");
    };
  }

  @Test
  void aRedirectWithinTheServerIsFollowed() throws IOException {
    server.createContext("/repository/metadata/a.json", redirect(302, "/elsewhere/a.json"));
    server.createContext(
        "/elsewhere/", exchange -> send(exchange, 200, exchange.getRequestURI().getPath()));
    assertEquals("/elsewhere/a.json", fetched(0));
  }

  @Test
  void aRedirectToAnotherServerOrSchemeIsRefusedInWords() {
    int port = server.getAddress().getPort();
    for (String elsewhere :
        new String[] {
          "http://198.51.100.7/a.json",
          "https://127.0.0.1:" + port + "/a.json",
          "http://127.0.0.1:" + (port - 1) + "/a.json",
          "file:///etc/passwd",
          "//evil.example/a.json",
          "http://user@127.0.0.1:" + port + "/a.json",
          ":::"
        }) {
      server.createContext("/repository/metadata/a.json", redirect(301, elsewhere));
      var e = assertThrows(FetchException.class, () -> fetched(0), elsewhere);
      assertTrue(e.toString().contains("another server (" + elsewhere), e::toString);
      server.removeContext("/repository/metadata/a.json");
    }
  }

  @Test
  void redirectsWithoutEndAreGivenUp() {
    int[] asked = {0};
    server.createContext(
        "/repository/metadata/a.json",
        exchange -> {
          asked[0]++;
          redirect(307, "a.json").handle(exchange);
        });
    var e = assertThrows(FetchException.class, () -> fetched(0));
    assertTrue(e.toString().contains("more than 5 times"), e::toString);
    assertEquals(6, asked[0]);
  }

  @Test
  void aServerThatAsksToWaitSaysHowLong() {
    for (int status : new int[] {429, 503}) {
      server.createContext(
          "/repository/metadata/a.json",
          exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "77");
            send(exchange, status, "later");
          });
      var e = assertThrows(FetchException.Busy.class, () -> fetched(0));
      assertEquals(Duration.ofSeconds(77), e.waitAsked());
      server.removeContext("/repository/metadata/a.json");
    }
  }

  @Test
  void anotherPartThanTheOneAskedForIsRefused() {
    for (String range : new String[] {"bytes 0-4/5", "bytes 20-24/25", ""}) {
      server.createContext(
          "/repository/metadata/a.json",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Range", range);
            send(exchange, 206, "hello");
          });
      var e = assertThrows(FetchException.class, () -> fetched(2));
      assertTrue(e.toString().contains("not byte 2 on"), e::toString);
      server.removeContext("/repository/metadata/a.json");
    }
  }
}
