package org.openhall.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.settings.AgentSettings;
import org.openhall.agent.text.Words;
import org.openhall.kiosk.settings.KioskSettings;
import org.openhall.link.credential.Certificates;
import org.openhall.office.authority.CertificateAuthority;

/**
 * The files of settings that the packages lay down, each line of which is a remark until wanted.
 */
class SettingsFilesTest {
  private static final Path PROVISIONING = ProvisioningTest.repository().resolve("provisioning");
  private static final Path TERMINAL = PROVISIONING.resolve("terminal.properties");
  private static final Path OFFICE = PROVISIONING.resolve("office/serve.properties");

  private @TempDir Path data;

  private static List<String> wanted(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.replaceFirst("^#(?=[a-z.-]+=)", ""))
        .toList();
  }

  private static long settings(List<String> lines) {
    return lines.stream().filter(line -> line.matches("[a-z.-]+=.*")).count();
  }

  @Test
  void asTheyAreLaidDownTheySayNothing() throws IOException {
    assertEquals(0, settings(Files.readAllLines(TERMINAL)));
    assertEquals(0, settings(Files.readAllLines(OFFICE)));
  }

  @Test
  void everySettingThatATerminalsFileExplainsCanBeFollowed() throws IOException {
    Files.writeString(data.resolve("proxy.secret"), "hall:secret\n");
    Files.writeString(data.resolve("mirrors.pem"), certificate());
    List<String> lines = wanted(TERMINAL);
    assertTrue(settings(lines) > 25, lines::toString);
    Files.write(data.resolve("terminal.properties"), lines);

    var agent = AgentSettings.read(data).wrong().stream().map(Words.in("en")::say).toList();
    assertEquals(List.of(), agent);
    assertEquals(List.of(), KioskSettings.read(data).wrong());
  }

  private String certificate() throws IOException {
    var authority = CertificateAuthority.open(data.resolve("pki"), "示例", Clock.systemUTC());
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(Certificates.encode(authority.certificate()))
        + "\n-----END CERTIFICATE-----\n";
  }

  @Test
  void everySettingThatAnOfficesFileExplainsCanBeFollowed() throws Exception {
    Path file = Files.write(data.resolve("serve.properties"), wanted(OFFICE));
    Ran ran = check(file, "en");
    assertEquals(0, ran.status(), ran.said());
    assertTrue(ran.said().contains("every line can be followed"), ran.said());
  }

  @Test
  void everyWrongLineOfAnOfficesFileIsNamedInBothLanguages() throws Exception {
    List<String> wrong =
        List.of(
            "bind=x y",
            "port=65536",
            "tls-port=0",
            "hosts=a, b",
            "memory=5",
            "colour=red",
            "nothing",
            "bind=0.0.0.0");
    Path file = Files.write(data.resolve("serve.properties"), wrong);
    for (String language : List.of("zh-CN", "en")) {
      Ran ran = check(file, language);
      assertEquals(1, ran.status(), ran.said());
      List<Integer> named = new ArrayList<>();
      for (String line : ran.said().lines().toList()) {
        named.add(Integer.valueOf(line.replaceFirst(".*properties:(\\d+).*", "$1")));
      }
      assertEquals(IntStream.rangeClosed(1, wrong.size()).boxed().toList(), named, ran.said());
    }
  }

  private record Ran(int status, String said) {}

  private static Ran check(Path file, String language) throws IOException, InterruptedException {
    String program = PROVISIONING.resolve("office/bin/office").toString();
    Process check =
        new ProcessBuilder(program, "settings", "--check", file.toString(), "--lang", language)
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(check.waitFor(), said);
  }
}
