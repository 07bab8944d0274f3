package org.openhall.agent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.identity.TestAuthority;
import org.openhall.agent.text.Sentence;
import org.openhall.agent.text.Words;
import org.openhall.link.credential.Certificates;
import org.openhall.link.settings.TerminalSettings;
import org.openhall.repository.client.HttpProxy;
import org.openhall.repository.client.Throttle;

class AgentSettingsTest {
  private static final Optional<URI> OFFICE = Optional.empty();
  private @TempDir Path data;

  private AgentSettings settings(String... lines) throws IOException {
    Files.write(data.resolve(TerminalSettings.FILE), List.of(lines));
    return AgentSettings.read(data);
  }

  private static Optional<URI> mirror(String address) {
    return Optional.of(URI.create(address));
  }

  @Test
  void withoutTheFileAllIsAsUsual() {
    AgentSettings usual = AgentSettings.read(data);
    assertEquals(List.of(), usual.wrong());
    assertEquals(List.of(OFFICE), usual.places());
    assertEquals(Optional.empty(), usual.every());
    assertEquals(Optional.empty(), usual.proxy());
    assertEquals(Optional.empty(), usual.hours());
    assertSame(Throttle.NONE, usual.throttle());
  }

  @Test
  void everyLineIsFollowed() throws IOException {
    Files.writeString(data.resolve("proxy.secret"), "hall:秘密:1\n");
    Files.writeString(
        data.resolve("ca.pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder()
                .encodeToString(Certificates.encode(new TestAuthority().certificate()))
            + "\n-----END CERTIFICATE-----\n");
    AgentSettings settings =
        settings(
            "poll.every=5m",
            "sources=https://a.example/repository/ office http://b.example:8080/r",
            "mirrors.ca=ca.pem",
            "proxy=http://proxy.example:3128",
            "proxy.credentials=proxy.secret",
            "proxy.except=office.example *.gov.example 192.0.2.*",
            "downloads.rate=512KiB",
            "downloads.hours=23:00-06:00",
            "health.port=65535",
            "time-zone=Asia/Urumqi");
    assertEquals(List.of(), settings.wrong());
    assertEquals(Optional.of(Duration.ofMinutes(5)), settings.every());
    assertEquals(
        List.of(mirror("https://a.example/repository/"), OFFICE, mirror("http://b.example:8080/r")),
        settings.places());
    assertEquals(1, settings.mirrorAuthorities().size());
    HttpProxy proxy = settings.proxy().orElseThrow();
    assertEquals("proxy.example:3128", proxy.toString());
    assertEquals(3, proxy.except().size());
    assertEquals("hall", proxy.credentials().orElseThrow().getUserName());
    assertEquals("秘密:1", new String(proxy.credentials().orElseThrow().getPassword()));
    assertFalse(settings.throttle() == Throttle.NONE);
    assertEquals(65_535, settings.healthPort());
    assertEquals(
        Optional.of(
            new DownloadHours(LocalTime.of(23, 0), LocalTime.of(6, 0), ZoneId.of("Asia/Urumqi"))),
        settings.hours());
  }

  @Test
  void anOfficeThatIsNotNamedIsAskedLast() throws IOException {
    assertEquals(
        List.of(mirror("https://a.example/"), OFFICE),
        settings("sources = https://a.example/").places());
  }

  @Test
  void hoursAreTheHallsUnlessTold() throws IOException {
    assertEquals(
        ZoneId.of("Asia/Shanghai"),
        settings("downloads.hours=22:00-05:00").hours().orElseThrow().zone());
  }

  @Test
  void everyWrongLineIsNamedInBothLanguagesAndTheOthersHold() throws IOException {
    String[] wrong = {
      "poll.every=often",
      "poll.evry=60s",
      "sources=ftp://a.example/ https://b.example/",
      "mirrors.ca=nowhere.pem",
      "proxy=proxy.example",
      "proxy.credentials=nowhere",
      "downloads.rate=1KiB",
      "downloads.hours=at night",
      "time-zone=Beijing",
      "health.port=65536",
      "health.port=0",
    };
    AgentSettings settings = settings(wrong);
    assertEquals(wrong.length, settings.wrong().size(), settings.wrong()::toString);
    for (String language : List.of("en", "zh-CN")) {
      List<String> said = settings.wrong().stream().map(Words.in(language)::say).toList();
      for (String line : wrong) {
        String key = line.substring(0, line.indexOf('='));
        assertTrue(
            said.stream().anyMatch(s -> s.contains(key) && s.contains("terminal.properties:")),
            () -> key + " in " + said);
      }
    }
    assertEquals(List.of(mirror("https://b.example/"), OFFICE), settings.places());
  }

  @Test
  void valuesAtTheirBounds() throws IOException {
    for (String wrong :
        List.of(
            "poll.every=0s",
            "poll.every=25h",
            "downloads.rate=0MiB",
            "downloads.rate=512",
            "downloads.rate=999999999MiB",
            "proxy=https://proxy.example:3128",
            "proxy=http://user:secret@proxy.example:3128",
            "proxy=http://proxy.example",
            "sources=https://a.example/?x=1",
            "sources=https://a.example/#x",
            "sources=https:///nowhere")) {
      assertEquals(1, settings(wrong).wrong().size(), wrong);
    }
    for (String right :
        List.of("poll.every=24h", "poll.every=1s", "downloads.rate=8KiB", "sources=office", "")) {
      assertEquals(List.of(), settings(right).wrong(), right);
    }
  }

  @Test
  void aFileThatIsNoTextIsSaid() throws IOException {
    Files.write(data.resolve(TerminalSettings.FILE), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    List<Sentence> wrong = AgentSettings.read(data).wrong();
    assertEquals("settings.unreadable", wrong.getFirst().key());
  }

  @Test
  void theSecretIsInNoSentence() throws IOException {
    Files.writeString(data.resolve("proxy.secret"), "no colon but secret\nsecond line");
    AgentSettings settings =
        settings("proxy=http://proxy.example:3128", "proxy.credentials=proxy.secret");
    assertEquals(1, settings.wrong().size());
    assertFalse(settings.wrong().toString().contains("no colon"));
  }
}
