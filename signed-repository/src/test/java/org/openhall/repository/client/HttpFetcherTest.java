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
}
