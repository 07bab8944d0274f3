package org.openhall.agent.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.agent.sync.TestOffice.CLOCK;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.sync.FilesOutcome.Complete;
import org.openhall.agent.sync.FilesOutcome.Incomplete;
import org.openhall.agent.sync.FilesOutcome.Interrupted;
import org.openhall.agent.text.Sentence;
import org.openhall.agent.text.Words;
import org.openhall.content.Attachment;
import org.openhall.content.Form;
import org.openhall.content.Origin;
import org.openhall.content.RecordHeader;
import org.openhall.content.UnknownFields;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.RecordCodec;
import org.openhall.link.status.Refusal;
import org.openhall.link.status.StatusFile;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.client.Fetcher;
import org.openhall.repository.client.HttpFetcher;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Sha256;
import org.openhall.repository.storage.Storage;

/** Attachments, from a real repository to the terminal's disk. */
class FileFetchTest extends SyncScenario {
  private final Map<String, Path> targets = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private SyncJob.Machine machine = new SyncJob.Machine(CLOCK, Storage.durable());

  private Attachment file(String name, int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    Attachment file = new Attachment(name, "application/pdf", length, Sha256.hex(bytes), null);
    Path source = Files.createDirectories(dir.resolve("sources")).resolve(file.sha256());
    targets.put(file.target(), Files.write(source, bytes));
    return file;
  }

  private void publish(long release, Attachment... files) throws IOException, RepositoryException {
    List<EncodedRecord> records = new ArrayList<>();
    for (Attachment file : files) {
      Origin origin = new Origin("示例市", null, "0".repeat(64), LocalDate.EPOCH, true);
      RecordHeader header = new RecordHeader("f-" + records.size(), 1, null, null, null, origin);
      records.add(
          RecordCodec.encoded(
              new Form(
                  header, file.name(), null, file, null, List.of(), null, UnknownFields.NONE)));
    }
    office.publish(release, records, targets);
  }

  private FilesOutcome fetch() {
    return fetch(job());
  }

  private FilesOutcome fetch(SyncJob job) {
    SyncOutcome text = job.run();
    assertTrue(text.isGood(), said(text));
    asked.clear();
    return job.fetchFiles();
  }

  private SyncJob job() {
    Fetcher listening =
        new Fetcher() {
          @Override
          public InputStream fetch(String path) throws FetchException {
            return fetch(path, 0);
          }

          @Override
          public InputStream fetch(String path, long offset) throws FetchException {
            asked.add(path.replaceAll(".*/", "").substring(0, 4) + "@" + offset);
            return line.fetch(path, offset);
          }
        };
    return new SyncJob(terminal, listening, SyncWatch.NONE, machine);
  }

  private Path served(Attachment file) {
    return office.repository().resolve("targets/files/%1$s.%1$s".formatted(file.sha256()));
  }

  private void assertHere(Attachment file) throws IOException {
    assertArrayEquals(
        Files.readAllBytes(targets.get(file.target())),
        Files.readAllBytes(terminal.data().resolve(file.target())));
  }

  private List<String> onDisk() throws IOException {
    try (Stream<Path> files = Files.list(terminal.files())) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> said(FilesOutcome outcome) {
    return assertInstanceOf(Incomplete.class, outcome).leftOut().stream()
        .map(Sentence::key)
        .toList();
  }

  @Test
  void whatRecordsNameArrivesAfterTheText() throws IOException, RepositoryException {
    Attachment a = file("a.pdf", 100);
    Attachment b = file("b.pdf", 200_000);
    publish(1, a, b);
    assertEquals(new Complete(2), fetch());
    assertHere(a);
    assertHere(b);
  }

  @Test
  void whatIsThereIsNotAskedForAgain() throws IOException, RepositoryException {
    publish(1, file("a.pdf", 100));
    SyncJob job = job();
    fetch(job);
    assertEquals(new Complete(1), fetch(job));
    assertEquals(new Complete(1), fetch());
    assertEquals(List.of(), asked);
  }

  @Test
  void aBrokenLineIsGoneOnWithInTheMiddleOfTheFile() throws IOException, RepositoryException {
    Attachment a = file("a.pdf", 300_000);
    publish(1, a);
    Fetcher whole = line;
    line = breakingAfter(whole, 120_000);
    Interrupted interrupted = assertInstanceOf(Interrupted.class, fetch());
    assertInstanceOf(SyncOutcome.Offline.class, interrupted.trouble());
    assertEquals(0, interrupted.present());
    line = whole;
    assertEquals(new Complete(1), fetch());
    assertEquals(List.of(a.sha256().substring(0, 4) + "@120000"), asked);
    assertHere(a);
  }

  /** A server that closes the connection in the middle of an attachment, once. */
  @Test
  void aConnectionThatBreaksIsGoneOnWithByARange() throws IOException, RepositoryException {
    Attachment a = file("a.pdf", 300_000);
    publish(1, a);
    List<String> ranges = new ArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> serve(exchange, ranges));
    server.start();
    InetSocketAddress at = server.getAddress();
    line = new HttpFetcher(URI.create("http://%s:%d".formatted(at.getHostString(), at.getPort())));
    assertInstanceOf(Interrupted.class, fetch());
    long there = Files.size(Storage.temporaryFor(terminal.data().resolve(a.target())));
    assertEquals(new Complete(1), fetch());
    server.stop(0);
    assertTrue(there > 0 && there <= 100_000, "some of it was kept: " + there);
    assertEquals(List.of("none", "bytes=" + there + "-"), ranges);
    assertHere(a);
  }

  private void serve(HttpExchange exchange, List<String> ranges) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Path served = office.repository().resolve(path.substring(1));
    if (!Files.exists(served)) {
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
      return;
    }
    byte[] bytes = Files.readAllBytes(served);
    int from = 0;
    int to = bytes.length;
    if (path.contains("/files/")) {
      String range = exchange.getRequestHeaders().getFirst("Range");
      ranges.add(range == null ? "none" : range);
      from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, to));
      to = range == null ? 100_000 : to;
    }
    exchange.sendResponseHeaders(from == 0 ? 200 : 206, bytes.length - from);
    exchange.getResponseBody().write(bytes, from, to - from);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  /** Only attachments break, so that the text arrives. */
  private static Fetcher breakingAfter(Fetcher whole, int bytes) {
    return new Fetcher() {
      @Override
      public InputStream fetch(String path) throws FetchException {
        return fetch(path, 0);
      }

      @Override
      public InputStream fetch(String path, long offset) throws FetchException {
        InputStream in = whole.fetch(path, offset);
        return path.contains("files/") ? new Breaking(in, bytes) : in;
      }
    };
  }

  private static final class Breaking extends FilterInputStream {
    private int left;

    Breaking(InputStream in, int bytes) {
      super(in);
      this.left = bytes;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0) {
        throw new FetchException("files", "the line broke");
      }
      int count = super.read(buffer, offset, Math.min(left, length));
      left -= count;
      return count;
    }
  }

  @Test
  void whatIsNotWhatIsSignedIsDeletedAndNamedAndTheOthersStillCome()
      throws IOException, RepositoryException {
    Attachment a = file("a.pdf", 100);
    Attachment b = file("b.pdf", 200);
    publish(1, a, b);
    Files.write(served(a), new byte[100]);
    FilesOutcome outcome = fetch();
    assertEquals(List.of("file.wrong"), said(outcome));
    assertEquals(1, outcome.present());
    assertEquals(List.of(b.sha256()), onDisk());
    assertHere(b);
  }

  @Test
  void aWrongFileIsARefusalThatIsCountedWheneverItIsAskedFor()
      throws IOException, RepositoryException {
    Attachment a = file("a.pdf", 100);
    publish(1, a);
    byte[] right = Files.readAllBytes(served(a));
    Files.write(served(a), new byte[100]);
    SyncJob job = job();
    Refusal first = refusal(job);
    assertEquals(
        List.of("files/" + a.sha256(), Refusal.Rule.BYTES, "TUF 5.7.3", 1L, true),
        List.of(first.file(), first.rule(), first.clause(), first.times(), first.standing()));
    asked.clear();
    assertEquals(first, refusal(job), "not asked for again within the hour");
    assertEquals(List.of(), asked.stream().filter(a.sha256()::startsWith).toList());
    assertEquals(2, refusal(job()).times(), "an agent that starts anew asks again");
    Files.write(served(a), right);
    Refusal over = refusal(job());
    assertEquals(List.of(2L, false), List.of(over.times(), over.standing()));
  }

  private Refusal refusal(SyncJob job) throws IOException {
    Membership membership =
        Membership.of(terminal.data(), terminal.identity(), CLOCK).orElseThrow().withoutLine();
    new SyncRun(job, membership, Words.in("en"), CLOCK).run(null);
    return Objects.requireNonNull(StatusFile.agent(terminal.data()).read().orElseThrow().refusal());
  }

  @Test
  void whatTheOfficeLostIsNamed() throws IOException, RepositoryException {
    Attachment a = file("a.pdf", 100);
    publish(1, a);
    Files.delete(served(a));
    assertEquals(List.of("file.absent"), said(fetch()));
  }

  @Test
  void longFilesAndTooMuchInAllAreLeftOutAndNamed() throws IOException, RepositoryException {
    machine = new SyncJob.Machine(CLOCK, Storage.durable(), new FileFetch.Caps(250, 300));
    Attachment a = file("a.pdf", 200);
    Attachment b = file("b.pdf", 201);
    Attachment c = file("c.pdf", 251);
    publish(1, a, b, c);
    FilesOutcome outcome = fetch();
    assertEquals(List.of("file.too-much", "file.too-long"), said(outcome));
    assertEquals(List.of(a.sha256()), onDisk());
  }

  @Test
  void whatNoRecordNamesAnyMoreIsDeleted() throws IOException, RepositoryException {
    Attachment a = file("a.pdf", 100);
    Attachment b = file("b.pdf", 200);
    publish(1, a);
    fetch();
    Files.writeString(terminal.files().resolve(".old.tmp"), "half");
    publish(2, b);
    assertEquals(new Complete(1), fetch());
    assertEquals(List.of(b.sha256()), onDisk());
  }

  @Test
  void aDamagedFileIsFetchedAgainWhenFilesAreReadAgain() throws IOException, RepositoryException {
    Attachment a = file("a.pdf", 100);
    publish(1, a);
    fetch();
    Files.write(terminal.data().resolve(a.target()), new byte[100]);
    assertEquals(new Complete(1), fetch());
    assertHere(a);
  }

  @Test
  void aFullDiskIsSaidAndLeavesTheText() throws IOException, RepositoryException {
    publish(1, file("a.pdf", 100));
    Storage disk = Storage.durable();
    machine = new SyncJob.Machine(CLOCK, new FullForFiles(disk));
    Interrupted interrupted = assertInstanceOf(Interrupted.class, fetch());
    assertInstanceOf(SyncOutcome.StorageFull.class, interrupted.trouble());
    assertEquals(1, terminal.content().current().orElseThrow().release());
    machine = new SyncJob.Machine(CLOCK, disk);
    assertEquals(new Complete(1), fetch());
  }

  private record FullForFiles(Storage disk) implements Storage {
    @Override
    public OutputStream append(Path file) throws IOException {
      if (!file.toString().contains("terminal/files/")) {
        return disk.append(file);
      }
      return new FilterOutputStream(OutputStream.nullOutputStream()) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          throw new IOException("No space left on device");
        }
      };
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      disk.move(from, to);
    }
  }

  @Test
  void aStickBringsThemAsWell() throws IOException, RepositoryException {
    Attachment a = file("a.pdf", 100);
    publish(1, a);
    line = new DirectoryFetcher(office.repository());
    assertEquals(new Complete(1), fetch());
    assertHere(a);
  }

  @Test
  void everySentenceIsInBothLanguages() {
    for (String key : List.of("file.too-long", "file.too-much", "file.wrong", "file.absent")) {
      for (String language : List.of("zh-CN", "en")) {
        String said = Words.in(language).say(Sentence.of(key, "名.pdf", "1", "2"));
        assertTrue(said.contains("名.pdf"), said);
      }
    }
  }
}
