package org.openhall.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.openhall.content.Attachment;

class NavigatorTest {
  private final List<Page> built = new ArrayList<>();
  private final Navigator navigator = new Navigator(this::build);

  @Test
  void backFindsThePageAsItWasLeft() {
    navigator.home();
    navigator.go(new Destination.Guides());
    Screen guides = navigator.current().get();
    navigator.go(new Destination.Guide("g-1", null));

    navigator.back();

    assertSame(guides, navigator.current().get());
    assertEquals(new Destination.Guides(), navigator.destination());
    assertTrue(built.getLast().closed);
  }

  @Test
  void tellsAPageThatAnotherCoversIt() {
    navigator.home();
    navigator.go(new Destination.Identify());
    assertFalse(built.getLast().covered);

    navigator.go(new Destination.Search());

    assertTrue(built.get(1).covered);
    assertFalse(built.get(1).closed);
  }

  @Test
  void backOnTheFirstPageStaysThere() {
    navigator.home();
    Screen home = navigator.current().get();

    navigator.back();

    assertFalse(navigator.canGoBack());
    assertSame(home, navigator.current().get());
  }

  @Test
  void attractKeepsNothingOfTheWay() {
    navigator.home();
    navigator.go(new Destination.Search());

    navigator.attract();

    assertFalse(navigator.canGoBack());
    assertTrue(built.get(0).closed);
    assertTrue(built.get(1).closed);
  }

  @Test
  void thePageOfAWithdrawnRecordIsShownAnewAtOnceAndNoOther() {
    navigator.home();
    navigator.go(new Destination.Guides());
    navigator.go(new Destination.Guide("g-1", null));
    Screen guide = navigator.current().get();

    navigator.withdrawn(Set.of("g-2"));
    assertSame(guide, navigator.current().get());

    navigator.withdrawn(Set.of("g-2", "g-1"));
    assertNotSame(guide, navigator.current().get());
    assertEquals(new Destination.Guide("g-1", null), navigator.destination());
    assertTrue(built.get(1).closed, "the list behind may name it");
  }

  @Test
  void anAttachmentOfAWithdrawnRecordGivesWayToThePageThatSaysSo() {
    navigator.home();
    navigator.go(new Destination.Guide("g-1", null));
    navigator.go(
        new Destination.FilePage(new Attachment("收费标准", "text/csv", 1, "0".repeat(64), null)));

    navigator.withdrawn(Set.of("g-1"));

    assertEquals(new Destination.Guide("g-1", null), navigator.destination());
    assertSame(built.getLast(), navigator.current().get());
  }

  @Test
  void theHomeScreenIsBuiltOnceInAVisitAndStandsAsIfJustOpened() {
    navigator.home();
    Screen home = navigator.current().get();
    navigator.go(new Destination.Guides());
    assertEquals(0, built.getFirst().begun);

    navigator.home();

    assertSame(home, navigator.current().get());
    assertEquals(1, built.getFirst().begun);
    assertFalse(built.getFirst().closed);
    assertTrue(built.get(1).closed);
    assertFalse(navigator.canGoBack());
  }

  @Test
  void theNextVisitHasAHomeScreenOfItsOwn() {
    navigator.home();
    Screen home = navigator.current().get();
    navigator.go(new Destination.Guides());

    navigator.attract();

    assertEquals(Optional.empty(), navigator.homeScreen());
    navigator.home();
    assertNotSame(home, navigator.current().get());
  }

  @Test
  void pagesBehindAreBuiltAnewAfterAChangeOfContent() {
    navigator.home();
    Screen home = navigator.current().get();
    navigator.go(new Destination.Guides());
    Screen guides = navigator.current().get();

    navigator.forgetScreensBehind();

    assertSame(guides, navigator.current().get());
    navigator.back();
    assertNotSame(home, navigator.current().get());
  }

  @Test
  void aChangeOfLanguageBuildsThePresentPageAnewInItsPlace() {
    navigator.home();
    navigator.go(new Destination.Guides());
    Screen before = navigator.current().get();

    navigator.rebuild();

    assertNotSame(before, navigator.current().get());
    assertEquals(new Destination.Guides(), navigator.destination());
    assertTrue(navigator.canGoBack());
  }

  @Test
  void tellsBeforeEachTurn() {
    List<Destination> leaving = new ArrayList<>();
    navigator.beforeTurn(() -> leaving.add(navigator.destination()));
    navigator.home();
    navigator.go(new Destination.Search());
    navigator.back();

    assertEquals(
        List.of(new Destination.Attract(), new Destination.Home(), new Destination.Search()),
        leaving);
  }

  private Screen build(Destination destination) {
    Page page = new Page();
    built.add(page);
    return page;
  }

  private static final class Page implements Screen {
    private int begun;
    private boolean closed;
    private boolean covered;

    @Override
    public Region node() {
      throw new AssertionError("the navigator does not look at nodes");
    }

    @Override
    public ObservableValue<String> pageTitle() {
      return new ReadOnlyStringWrapper("");
    }

    @Override
    public void begun() {
      begun++;
    }

    @Override
    public void covered() {
      covered = true;
    }

    @Override
    public void closed() {
      closed = true;
    }
  }
}
