package org.openhall.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

/** Who may know whom. */
class ModulesTest {

  private static final String CONTENT = "org.openhall.content..";
  private static final String REPOSITORY = "org.openhall.repository..";
  private static final String LINK = "org.openhall.link..";
  private static final String DEVICE = "org.openhall.device..";
  private static final String SIMULATOR = "org.openhall.simulator..";
  private static final String KIOSK = "org.openhall.kiosk..";
  private static final String AGENT = "org.openhall.agent..";
  private static final String OFFICE = "org.openhall.office..";
  private static final String DEMO = "org.openhall.demo..";

  @Test
  void librariesKnowNothingElseOfOurs() {
    mustNotKnow(
        CONTENT, "records outlive programs", REPOSITORY, LINK, DEVICE, KIOSK, AGENT, OFFICE);
    mustNotKnow(
        REPOSITORY, "trust is judged on bytes", CONTENT, LINK, DEVICE, KIOSK, AGENT, OFFICE);
    mustNotKnow(LINK, "three programs share it", CONTENT, REPOSITORY, DEVICE, KIOSK, AGENT, OFFICE);
    mustNotKnow(
        DEVICE, "others may use the drivers", CONTENT, REPOSITORY, LINK, KIOSK, AGENT, OFFICE);
  }

  @Test
  void theSimulatorSharesNothingWithTheDrivers() {
    mustNotKnow(
        SIMULATOR,
        "an emulator that shares the driver's code agrees with its mistakes",
        DEVICE,
        CONTENT,
        REPOSITORY,
        LINK,
        KIOSK,
        AGENT,
        OFFICE);
  }

  @Test
  void noProgramOfATerminalCanForgeACitizen() {
    for (String program : new String[] {KIOSK, AGENT, OFFICE, DEVICE, CONTENT, LINK, REPOSITORY}) {
      mustNotKnow(program, "emulated cards never ship in a terminal's package", SIMULATOR, DEMO);
    }
  }

  @Test
  void programsKnowEachOtherOnlyThroughLibraries() {
    mustNotKnow(KIOSK, "the kiosk reads a folder, not a program", AGENT, OFFICE, REPOSITORY);
    mustNotKnow(AGENT, "the agent goes on without the kiosk", KIOSK, OFFICE, DEVICE);
    mustNotKnow(OFFICE, "the office knows terminals by what they send", KIOSK, AGENT, DEVICE);
  }

  @Test
  void librariesLoadInAnyProgram() {
    for (String library : new String[] {CONTENT, REPOSITORY, LINK, DEVICE}) {
      mustNotKnow(library, "libraries load anywhere", "org.springframework..", "javafx..");
    }
  }

  @Test
  void programsWithoutAScreenOfTheirOwnDrawNone() {
    mustNotKnow(AGENT, "it runs where no display is", "javafx..", "java.awt..", "javax.swing..");
    mustNotKnow(OFFICE, "it runs where no display is", "javafx..", "java.awt..", "javax.swing..");
  }

  @Test
  void theKioskHasNoFrameworkAndNoNetwork() {
    mustNotKnow(KIOSK, "it costs 3.3 times the CPU to the first frame", "org.springframework..");
    noClasses()
        .that()
        .resideInAPackage(KIOSK)
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.net\\.(Socket|ServerSocket|DatagramSocket|Inet.*|URLConnection|http\\..*)")
        .because("the kiosk process runs without a network")
        .check(Code.MAIN);
  }

  @Test
  void sqlLivesWhereItsSchemaLives() {
    noClasses()
        .that()
        .resideInAnyPackage(KIOSK, LINK, REPOSITORY, DEVICE, SIMULATOR)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.sqlite..")
        .because("content.store is the only place that knows a snapshot's tables")
        .check(Code.MAIN);
  }

  @Test
  void featuresOfAModuleDoNotGoInCircles() {
    for (String module :
        new String[] {
          "content", "repository", "link", "device", "simulator", "agent", "office", "kiosk", "demo"
        }) {
      slices()
          .matching("org.openhall." + module + ".(*)..")
          .should()
          .beFreeOfCycles()
          .because("data flows one way")
          .check(Code.MAIN);
    }
  }

  private static void mustNotKnow(String who, String reason, String... whom) {
    noClasses()
        .that()
        .resideInAPackage(who)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(whom)
        .because(reason)
        .check(Code.MAIN);
  }
}
