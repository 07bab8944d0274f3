package org.openhall.device.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSettings;
import org.openhall.device.PagePrinter.PageOutcome;
import org.openhall.device.transport.DeviceThread.Timing;

/** Over TLS, to a printer that made its certificate itself, as printers do. */
class IppsTest {

  @TempDir Path keys;
  private EveryPrinter peer;

  @BeforeEach
  void start() throws IOException {
    peer = new EveryPrinter("application/pdf", "exit 0", "-K", keys.toString());
  }

  @AfterEach
  void close() {
    peer.close();
  }

  private IppPrinter open(Map<String, String> options) throws DeviceConfigurationException {
    DeviceSettings settings = new DeviceSettings("page-printer", peer.uri("ipps"), options);
    return IppPrinter.start(
        settings, PageJob.Patience.USUAL, Timing.checkingEvery(Duration.ofMillis(100)));
  }

  private static PageOutcome print(IppPrinter printer) {
    return printer.print(DrawnForm.ofPdf(1)).outcome().toCompletableFuture().join();
  }

  private String fingerprint() throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(keys.resolve("localhost.crt"))) {
      byte[] der = CertificateFactory.getInstance("X.509").generateCertificate(in).getEncoded();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
    }
  }

  @Test
  void aCertificateThatNobodyNamedIsSaidAndSentNothing() throws Exception {
    try (IppPrinter printer = open(Map.of())) {
      assertEquals(new PageOutcome.NotPrinted(Detail.NOT_TRUSTED), print(printer));
      assertEquals("SHA-256 " + fingerprint(), printer.health().code());
      assertEquals(0, peer.jobs());
    }
  }

  @Test
  void theNamedOneIsTrustedAndNoOther() throws Exception {
    try (IppPrinter first = open(Map.of())) {
      EveryPrinter.await(() -> first.health().detail() == Detail.NOT_TRUSTED);
    }
    try (IppPrinter printer = open(Map.of("certificate", fingerprint()))) {
      assertEquals(new PageOutcome.Printed(), print(printer));
      assertEquals(1, peer.jobs());
    }
    try (IppPrinter printer = open(Map.of("certificate", "ab".repeat(32)))) {
      assertEquals(new PageOutcome.NotPrinted(Detail.NOT_TRUSTED), print(printer));
      assertEquals(1, peer.jobs());
    }
  }
}
