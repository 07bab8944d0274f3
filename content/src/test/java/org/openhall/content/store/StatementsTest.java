package org.openhall.content.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementsTest {
  @AutoClose private Statements statements;

  @BeforeEach
  void connect() throws SQLException {
    statements = new Statements(DriverManager.getConnection("jdbc:sqlite::memory:"));
  }

  @Test
  void whatIsGivenBackIsTakenAgain() throws SQLException {
    PreparedStatement first = statements.take("SELECT 1");
    statements.giveBack("SELECT 1", first);
    assertSame(first, statements.take("SELECT 1"));
  }

  @Test
  void aStatementServesOneAtATime() throws SQLException {
    PreparedStatement outer = statements.take("SELECT 1");
    PreparedStatement inner = statements.take("SELECT 1");
    assertNotSame(outer, inner);
    statements.giveBack("SELECT 1", inner);
    statements.giveBack("SELECT 1", outer);
    assertTrue(inner.isClosed());
    assertFalse(outer.isClosed());
  }

  @Test
  void theOneLongestUnusedMakesRoom() throws SQLException {
    PreparedStatement first = statements.take("SELECT 1");
    statements.giveBack("SELECT 1", first);
    for (int i = 2; i < 100; i++) {
      statements.giveBack("SELECT " + i, statements.take("SELECT " + i));
    }
    assertTrue(first.isClosed());
    PreparedStatement last = statements.take("SELECT 99");
    assertFalse(last.isClosed());
    statements.giveBack("SELECT 99", last);
  }
}
