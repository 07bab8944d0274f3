package org.openhall.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a line is written, wherever it lives. */
class HabitsTest {

  @Test
  void theRulesSeeEveryModule() {
    for (String module :
        new String[] {
          "content", "repository", "link", "device", "simulator", "kiosk", "agent", "office", "demo"
        }) {
      assertTrue(
          Code.MAIN.stream().anyMatch(c -> c.getPackageName().startsWith("org.openhall." + module)),
          module + " was not read, so no rule could fail for it");
    }
  }

  @Test
  void modelsKnowNoControls() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Model")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
        .because("what a screen knows is tested without a toolkit")
        .check(Code.MAIN);
  }

  @Test
  void oneStageAndNoSecondWindow() {
    noClasses()
        .that()
        .resideInAPackage("org.openhall.kiosk..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "javafx\\.scene\\.control\\.(Dialog|Alert|ComboBox|ContextMenu|Tooltip).*"
                + "|javafx\\.stage\\.Popup|javafx\\.scene\\.web\\..*")
        .because("without a window manager a second window never gets the keys")
        .check(Code.MAIN);
  }

  @Test
  void textReachesTheScreenOnlyWithItsMissingCharactersNamed() {
    noClasses()
        .that()
        .resideInAPackage("org.openhall.kiosk..")
        .and()
        .doNotHaveSimpleName("ShownLabel")
        .should()
        .callConstructor(javafx.scene.control.Label.class, String.class)
        .because("what no font has must not be an empty box: use ShownLabel")
        .check(Code.MAIN);
  }

  @Test
  void namesAreTermsOfTheField() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Base)(\\$.*)?")
        .because("such a name says nothing of what the class is for")
        .check(Code.MAIN);
  }

  @Test
  void everyPackageIsNullMarked() {
    classes()
        .that(areNoPackageInfo())
        .should(resideInANullMarkedPackage())
        .because("nullness is the compiler's business")
        .check(Code.MAIN);
  }

  @Test
  void noMethodThrowsJustAnything() {
    noMethods()
        .should(declareJustException())
        .because("expected trouble has a name and the rest is a crash")
        .check(Code.MAIN);
  }

  @Test
  void noQueryIsAStreamThatSomebodyMustClose() {
    noClasses()
        .should()
        .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
        .because("it keeps its connection, sixteen of which are all there are: list() does not")
        .check(Code.MAIN);
  }

  private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> areNoPackageInfo() {
    return DescribedPredicate.describe(
        "are no package-info", c -> !c.getSimpleName().equals("package-info"));
  }

  private static ArchCondition<com.tngtech.archunit.core.domain.JavaClass>
      resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package that is @NullMarked") {
      @Override
      public void check(com.tngtech.archunit.core.domain.JavaClass item, ConditionEvents events) {
        if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(SimpleConditionEvent.violated(item, item.getName() + " is not NullMarked"));
        }
      }
    };
  }

  private static ArchCondition<JavaMethod> declareJustException() {
    return new ArchCondition<>("declare Exception or Throwable") {
      @Override
      public void check(JavaMethod item, ConditionEvents events) {
        boolean anything =
            item.getThrowsClause().stream()
                .map(thrown -> thrown.getRawType().getName())
                .anyMatch(n -> n.equals("java.lang.Exception") || n.equals("java.lang.Throwable"));
        if (anything) {
          events.add(SimpleConditionEvent.satisfied(item, item.getFullName()));
        }
      }
    };
  }
}
