package org.openhall.office.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from a store's answer to a write on condition. */
class ConditionsTest {
  @TempDir Path folder;
  private final List<String> asked = new ArrayList<>();
  private final List<Long> sent = new ArrayList<>();
  private int answer;
  private HttpServer store;

  @BeforeEach
  void open() throws IOException {
    store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    store.createContext(
        "/",
        exchange -> {
          String match = exchange.getRequestHeaders().getFirst("If-Match");
          String none = exchange.getRequestHeaders().getFirst("If-None-Match");
          asked.add("match " + match + ", none " + none);
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("ETag", "\"new\"");
          boolean hasCondition = match != null || none != null;
          exchange.sendResponseHeaders(hasCondition ? answer : HttpURLConnection.HTTP_OK, -1);
          exchange.close();
        });
    store.start();
  }

  @AfterEach
  void close() {
    store.stop(0);
  }

  private Bucket bucket() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "access-key-id=a\nsecret-access-key=b\n");
    URI address = URI.create("http://127.0.0.1:" + store.getAddress().getPort());
    Uploading uploading = new Uploading(transfer -> sent.add(transfer.bytes()));
    uploading.begin(1, 1 << 20);
    return new Bucket(
        new BucketPlace("hall", "", Optional.of(address), "us-east-1", key), uploading);
  }

  private Optional<String> replace(Optional<String> known) throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "x");
    return bucket().replace("metadata/timestamp.json", known, file);
  }

  @Test
  void writesOverWhatItHasSeenOrNothing() throws IOException {
    answer = HttpURLConnection.HTTP_OK;
    assertEquals(Optional.of("new"), replace(Optional.of("old")));
    assertEquals(Optional.of("new"), replace(Optional.empty()));
    assertEquals(List.of("match \"old\", none null", "match null, none *"), asked);
  }

  /** Each byte once: neither what is only hashed nor what is buffered counts. */
  @Test
  void tellsHowFarAFileIs() throws IOException {
    answer = HttpURLConnection.HTTP_OK;
    Path file = Files.write(folder.resolve("f"), new byte[1 << 20]);
    bucket().put("targets/pack", file);
    assertEquals(sent.stream().sorted().toList(), sent);
    assertEquals(1 << 20, sent.getLast());
    assertTrue(sent.size() > 4, sent::toString);
  }

  @Test
  void whoIsOvertakenWritesNothing() throws IOException {
    for (int status :
        new int[] {HttpURLConnection.HTTP_PRECON_FAILED, HttpURLConnection.HTTP_CONFLICT}) {
      answer = status;
      asked.clear();
      assertEquals(Optional.empty(), replace(Optional.of("old")));
      assertEquals(1, asked.stream().distinct().count(), asked::toString);
    }
  }

  @Test
  void aStoreThatKnowsNoConditionsIsWrittenWithout() throws IOException {
    answer = HttpURLConnection.HTTP_NOT_IMPLEMENTED;
    assertEquals(Optional.of("new"), replace(Optional.of("old")));
    assertEquals("match null, none null", asked.getLast());
  }
}
