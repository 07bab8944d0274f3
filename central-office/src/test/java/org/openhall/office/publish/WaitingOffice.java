package org.openhall.office.publish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.openhall.link.TrustAnchors;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;

/** A server before which a release waits, and which can be made to lie. */
final class WaitingOffice implements AutoCloseable {
  private final HttpServer server;
  private final Path repositoryDir;
  private final RepositoryPublisher repository;
  private final SigningDesk desk;
  private final Map<String, UnaryOperator<byte[]>> lies = new HashMap<>();

  WaitingOffice(Path repositoryDir, RepositoryPublisher repository, SigningDesk desk)
      throws IOException {
    this.repositoryDir = repositoryDir;
    this.repository = repository;
    this.desk = desk;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What is answered there is changed from now on. */
  void lie(String path, UnaryOperator<byte[]> lie) {
    lies.put(path, lie);
  }

  void lieInText(String path, UnaryOperator<String> lie) {
    lie(
        path,
        bytes ->
            lie.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Path file = repositoryDir.resolveSibling(path.substring(1));
      if (path.startsWith("/repository/") && !Files.exists(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] truth = path.startsWith("/repository/") ? Files.readAllBytes(file) : truth(path);
      byte[] said = lies.getOrDefault(path, UnaryOperator.identity()).apply(truth);
      exchange.sendResponseHeaders(200, said.length == 0 ? -1 : said.length);
      exchange.getResponseBody().write(said);
    }
  }

  private byte[] truth(String path) throws IOException {
    try {
      if (path.equals("/trust")) {
        return TrustAnchors.of(repository.root(), new byte[] {1}).toJson();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Waiting waiting = desk.waiting().orElseThrow();
      switch (path) {
        case "/waiting/manifest" -> out.write(waiting.manifest());
        case "/waiting/before" -> waiting.writeBefore(out);
        case "/waiting/removed" -> waiting.writeRemoved(out);
        case "/waiting/records" -> waiting.writeRecords(out);
        default -> throw new IllegalArgumentException(path);
      }
      return out.toByteArray();
    } catch (SQLException | RepositoryException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
