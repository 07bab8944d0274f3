package org.openhall.office.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhall.office.settings.BadSettingException;
import org.openhall.office.settings.OfficeProperties;

class ClientAddressTest {
  @TempDir Path folder;

  private ClientAddress trusting(String said) throws IOException {
    Files.writeString(folder.resolve(OfficeProperties.FILE), said);
    return ClientAddress.by(OfficeProperties.of(folder));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.9, '', 192.0.2.9",
    "192.0.2.9, 203.0.113.4, 192.0.2.9", // who is no proxy of ours may write what they like
    "10.0.0.1, 203.0.113.4, 203.0.113.4",
    "10.0.0.1, '198.51.100.7, 203.0.113.4', 203.0.113.4",
    "10.0.0.1, '198.51.100.7, 10.0.0.2', 198.51.100.7",
    "10.0.0.1, evil.example, 10.0.0.1",
    "10.0.0.1, '', 10.0.0.1",
    "2001:db8:1:2:3:4:5:6, '', 2001:db8:1:2:0:0:0:0/64"
  })
  void isWhatAProxyOfOursSaysAndNobodyElse(String asks, String forwarded, String address)
      throws IOException {
    assertEquals(address, trusting("trusted-proxies=10.0.0.1, 10.0.0.2").of(asks, forwarded));
  }

  @Test
  void whatIsNoAddressIsRefused() {
    assertThrows(BadSettingException.class, () -> trusting("trusted-proxies=proxy.example"));
  }
}
