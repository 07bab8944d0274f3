package org.openhall.demo.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.demo.hall.HallException;

/** What rsync and zsync move for the same change, by the bytes that they or their server count. */
final class OtherWays {
  private static final Pattern SENT = Pattern.compile("Total bytes (?:sent|received): ([0-9,.]+)");
  private static final Pattern RANGE = Pattern.compile("([0-9]+)-([0-9]+)");

  private static final String BOUNDARY = "part";

  private final Path folder;

  OtherWays(Path folder) {
    this.folder = folder;
  }

  /** Seconds by the clock, making what the server needs included, and bytes both ways. */
  record Moved(double seconds, long bytes) {}

  /** {@code rsync -z} from one file or folder to another, which it changes. */
  Moved rsync(Path to, Path from) throws IOException, InterruptedException, HallException {
    String slash = Files.isDirectory(from) ? "/" : "";
    long began = System.nanoTime();
    String said = run("rsync", "-rtz", "--no-whole-file", "--stats", from + slash, to + slash);
    double seconds = (System.nanoTime() - began) / 1e9;
    Matcher bytes = SENT.matcher(said);
    long all = 0;
    while (bytes.find()) {
      all += Long.parseLong(bytes.group(1).replaceAll("[,.]", ""));
    }
    return new Moved(seconds, all);
  }

  /** {@code zsync} of a file that a server on this machine serves. */
  Moved zsync(Path old, Path now) throws IOException, InterruptedException, HallException {
    AtomicLong bytes = new AtomicLong();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> serve(exchange, bytes));
    server.start();
    try {
      String base = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      long began = System.nanoTime();
      run("zsyncmake", "-u", base + now.getFileName(), "-o", "now.zsync", now.toString());
      run("zsync", "-q", "-i", old.toString(), "-o", "zsynced", base + "now.zsync");
      if (Files.mismatch(folder.resolve("zsynced"), now) >= 0) {
        throw new HallException("zsync did not bring the file");
      }
      return new Moved((System.nanoTime() - began) / 1e9, bytes.get());
    } finally {
      server.stop(0);
    }
  }

  /** A file, or the parts of it that are asked for, as zsync asks for many at once. */
  private void serve(HttpExchange exchange, AtomicLong bytes) throws IOException {
    Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
    String asked = exchange.getRequestHeaders().getFirst("Range");
    List<MatchResult> parts = RANGE.matcher(asked == null ? "" : asked).results().toList();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (parts.size() == 1) {
      exchange.getResponseHeaders().set("Content-Range", range(parts.getFirst(), file));
    } else if (parts.size() > 1) {
      exchange
          .getResponseHeaders()
          .set("Content-Type", "multipart/byteranges; boundary=" + BOUNDARY);
    }
    for (MatchResult part : parts) {
      if (parts.size() > 1) {
        String head =
            "\r\n--%s\r\nContent-Range: %s\r\n\r\n".formatted(BOUNDARY, range(part, file));
        body.write(head.getBytes(US_ASCII));
      }
      body.write(read(file, Long.parseLong(part.group(1)), last(part, file)));
    }
    if (parts.isEmpty()) {
      body.write(Files.readAllBytes(file));
    } else if (parts.size() > 1) {
      body.write("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(US_ASCII));
    }
    bytes.addAndGet(body.size());
    exchange.sendResponseHeaders(parts.isEmpty() ? 200 : 206, body.size());
    try (OutputStream out = exchange.getResponseBody()) {
      body.writeTo(out);
    }
  }

  private static long last(MatchResult part, Path file) throws IOException {
    return Math.min(Files.size(file) - 1, Long.parseLong(part.group(2)));
  }

  private static String range(MatchResult part, Path file) throws IOException {
    return "bytes %s-%d/%d".formatted(part.group(1), last(part, file), Files.size(file));
  }

  private static byte[] read(Path file, long first, long last) throws IOException {
    byte[] bytes = new byte[(int) (last - first + 1)];
    try (RandomAccessFile source = new RandomAccessFile(file.toFile(), "r")) {
      source.seek(first);
      source.readFully(bytes);
    }
    return bytes;
  }

  private String run(String... command) throws IOException, InterruptedException, HallException {
    Path log = folder.resolve("other-way.log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int status = process.waitFor();
    String said = Files.readString(log);
    if (status != 0) {
      throw new HallException(List.of(command) + " ended with " + status + ": " + said);
    }
    return said;
  }
}
