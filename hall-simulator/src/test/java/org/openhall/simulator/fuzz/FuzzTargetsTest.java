package org.openhall.simulator.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openhall.fuzz.FuzzTarget;
import org.openhall.fuzz.Regression;

class FuzzTargetsTest {

  @TestFactory
  Stream<DynamicTest> everyTargetPasses() {
    return Regression.targets().stream()
        .map(target -> DynamicTest.dynamicTest(target.name(), () -> passes(target)));
  }

  private static void passes(FuzzTarget target) {
    assertTrue(Regression.of(target) > target.runs(), "there is nothing to begin with");
  }
}
