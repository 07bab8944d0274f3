package org.openhall.device.pcsc;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** The provider with a real pcscd and virtual cards. */
@Timeout(600)
class PcscTest {

  @TestFactory
  List<DynamicTest> withARealResourceManager() {
    return OwnNamespaces.run(
        CardCases.class, TroubleCases.class, RestartCases.class, DifferentialCases.class);
  }
}
