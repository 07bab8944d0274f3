package org.openhall.demo.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.openhall.agent.identity.Tls;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.UnreadableCredentialException;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.desk.DeskGate;
import org.openhall.office.people.DeskSession;
import org.openhall.office.people.People;
import org.openhall.office.people.PeopleOutcome;
import org.openhall.office.people.Role;
import org.openhall.office.people.Sessions;
import org.openhall.office.people.SignIn;
import org.openhall.office.people.SignInOutcome;
import org.openhall.office.people.Totp;

/** Fifty people who list, search and open records, with a second's thought between two pages. */
final class OfficePages {
  private static final int PEOPLE = 50;
  private static final Duration WARMING = Duration.ofSeconds(15);
  private static final Duration THOUGHT = Duration.ofSeconds(1);
  private static final List<String> WORDS = List.of("医疗保险", "招生", "土地征收", "公告", "通知", "补贴");

  private final Hall hall;
  private final Duration length;
  private final Map<String, Queue<Double>> millis = new ConcurrentHashMap<>();
  private final Queue<String> troubles = new ConcurrentLinkedQueue<>();
  private final List<String> ids = new ArrayList<>();
  private final SSLSocketFactory tls;

  OfficePages(Hall hall, boolean isShort) throws IOException, HallException {
    this.hall = hall;
    this.length = Duration.ofSeconds(isShort ? 10 : 60);
    try {
      byte[] authority = Files.readAllBytes(hall.office().resolve("pki/authority.pem"));
      this.tls = Tls.to(Credential.fromPem(authority).certificate(), null);
    } catch (UnreadableCredentialException e) {
      throw new HallException("the office's authority cannot be read: " + e.getMessage());
    }
  }

  List<Figure> measure(String name) throws IOException, InterruptedException, HallException {
    System.out.println("  " + name + ": " + PEOPLE + " people at work");
    List<String> tokens = signIn();
    work(tokens, WARMING); // the first pages are the compiler's time, not the office's
    millis.clear();
    work(tokens, length);
    List<Figure> figures = new ArrayList<>();
    millis.forEach((page, values) -> {
      Times times = Times.of(values);
      figures.add(Figure.of(name + ": " + page + ", p50", times.median(), "ms"));
      figures.add(Figure.of(name + ": " + page + ", p99", times.percentile(99), "ms"));
    });
    figures.add(Figure.of(name + ": pages that failed", troubles.size(), ""));
    troubles.stream().distinct().limit(3).forEach(said -> System.out.println("  " + said));
    return figures;
  }

  private void work(List<String> tokens, Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    List<Thread> people = new ArrayList<>();
    for (String token : tokens) {
      people.add(Thread.ofVirtual().start(() -> work(token, end)));
    }
    for (Thread person : people) {
      person.join();
    }
  }

  /** By the office's own sign-in, up to the token that a browser keeps. */
  private List<String> signIn() throws IOException, HallException {
    Clock clock = Clock.systemUTC();
    List<String> tokens = new ArrayList<>();
    try (OfficeDatabase database = OfficeDatabase.open(hall.office())) {
      AuditLog log = new AuditLog(database, clock);
      People people = new People(database, log, clock);
      Sessions sessions = new Sessions(database, people, clock);
      SignIn signIn = new SignIn(database, sessions, log, clock);
      for (int n = 0; n < PEOPLE; n++) {
        String id = "person-" + n;
        if (!(people.add(id, id, "bench") instanceof PeopleOutcome.Code(String code))) {
          throw new HallException("nobody could be added");
        }
        people.grant(id, Set.of(Role.EDITOR), Entry.COMMAND);
        DeskSession first = sessions.find(token(signIn.first(id, code))).orElseThrow();
        String secret = SignIn.uri(first, "bench").replaceFirst(".*[?&]secret=([A-Z2-7]+).*", "$1");
        tokens.add(
            token(
                signIn.finish(first, "a long Password " + n, Totp.code(secret, clock.instant()))));
      }
      database
          .client()
          .sql("SELECT id FROM record ORDER BY id LIMIT 1000")
          .query(String.class)
          .list()
          .forEach(ids::add);
    } catch (SQLException e) {
      throw new HallException("the office's people cannot be written: " + e.getMessage());
    }
    return tokens;
  }

  private static String token(SignInOutcome outcome) throws HallException {
    if (outcome instanceof SignInOutcome.SignedIn(String token)) {
      return token;
    }
    throw new HallException("nobody could sign in: " + outcome);
  }

  private void work(String token, long end) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    LockSupport.parkNanos(random.nextLong(THOUGHT.toNanos()));
    while (System.nanoTime() < end) {
      String word =
          URLEncoder.encode(WORDS.get(random.nextInt(WORDS.size())), StandardCharsets.UTF_8);
      get("list", "desk/records", token);
      get("search", "desk/records?q=" + word, token);
      get("record", "desk/records/of/" + ids.get(random.nextInt(ids.size())), token);
    }
  }

  private void get(String page, String path, String token) {
    long began = System.nanoTime();
    try {
      URI address = hall.terminalAddress().resolve(path);
      HttpsURLConnection connection = (HttpsURLConnection) address.toURL().openConnection();
      connection.setSSLSocketFactory(tls);
      connection.setInstanceFollowRedirects(false);
      connection.setRequestProperty("Cookie", DeskGate.COOKIE + "=" + token);
      int status = connection.getResponseCode();
      connection.getInputStream().readAllBytes();
      if (status == HttpsURLConnection.HTTP_OK) {
        double taken = (System.nanoTime() - began) / (double) TimeUnit.MILLISECONDS.toNanos(1);
        millis.computeIfAbsent(page, _ -> new ConcurrentLinkedQueue<>()).add(taken);
      } else {
        troubles.add(page + " answered " + status);
      }
    } catch (IOException e) {
      troubles.add(page + ": " + e);
    }
    LockSupport.parkNanos(THOUGHT.toNanos());
  }
}
