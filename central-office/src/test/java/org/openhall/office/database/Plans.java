package org.openhall.office.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tables a statement would go through from one end to the other, whatever its parameters are.
 * To begin at an end and stop at a limit, without looking for anything, is not that.
 */
final class Plans {
  private static final Pattern TABLE =
      Pattern.compile("\\b(?:from|join) (\\w+)(?: as)?(?: (\\w+))?", Pattern.CASE_INSENSITIVE);
  private static final Pattern SQLITE = Pattern.compile("SCAN (\\w+).*");
  private static final Pattern POSTGRESQL =
      Pattern.compile(
          "(?:Seq Scan|Index Scan|Index Only Scan)(?: Backward)?(?: using \\w+)? on (\\w+).*");
  private static final Pattern NOTHING_SOUGHT =
      Pattern.compile(
          "(?s).*FROM (\\w+)(?: \\w)?(?: WHERE 1 = 1)?(?: ORDER BY [\\w., ]+)? LIMIT [?\\d].*");

  private final Connection connection;
  private final String statement;

  Plans(Connection connection, String statement) {
    this.connection = connection;
    this.statement = statement;
  }

  Set<String> scannedBySqlite() throws SQLException {
    Map<String, String> tables = new HashMap<>();
    Matcher named = TABLE.matcher(statement);
    while (named.find()) {
      tables.put(named.group(1), named.group(1));
      if (named.group(2) != null) {
        tables.put(named.group(2), named.group(1));
      }
    }
    Map<Integer, Set<String>> scanned = new HashMap<>(); // by the part of the statement
    Set<String> sorted = new TreeSet<>();
    try (Statement asked = connection.createStatement();
        ResultSet step = asked.executeQuery("EXPLAIN QUERY PLAN " + statement)) {
      while (step.next()) {
        Set<String> here = scanned.computeIfAbsent(step.getInt("parent"), _ -> new TreeSet<>());
        Matcher scan = SQLITE.matcher(step.getString("detail"));
        if (scan.matches()) {
          here.add(tables.getOrDefault(scan.group(1), scan.group(1)));
        } else if (step.getString("detail").contains("TEMP B-TREE")) {
          sorted.addAll(here);
        }
      }
    }
    Set<String> all = new TreeSet<>();
    scanned.values().forEach(all::addAll);
    Set<String> unbounded = withoutBeginnings(all);
    unbounded.addAll(sorted);
    return unbounded;
  }

  /** A generic plan, made as if the tables were too long to be read. */
  Set<String> scannedByPostgreSql() throws SQLException {
    connection.setAutoCommit(false); // for the settings, which end with it
    try (Statement settings = connection.createStatement()) {
      settings.execute(
          "SET LOCAL enable_seqscan = off; SET LOCAL plan_cache_mode = force_generic_plan;"
              + " SET LOCAL enable_mergejoin = off; SET LOCAL enable_hashjoin = off");
      int parameters = 0;
      StringBuilder numbered = new StringBuilder();
      for (String part : statement.split("\\?", -1)) {
        numbered.append(parameters == 0 ? "" : "$" + parameters).append(part);
        parameters++;
      }
      settings.execute("PREPARE planned AS " + numbered);
      String nulls = String.join(", ", Collections.nCopies(parameters - 1, "NULL"));
      List<String> plan =
          plan("EXPLAIN EXECUTE planned" + (nulls.isEmpty() ? "" : "(" + nulls + ")"), 1);
      settings.execute("DEALLOCATE planned");
      return scanned(plan);
    } finally {
      connection.rollback();
    }
  }

  private Set<String> scanned(List<String> plan) {
    Set<String> scanned = new TreeSet<>();
    Set<String> whole = new TreeSet<>();
    for (int at = 0; at < plan.size(); at++) {
      Matcher scan = POSTGRESQL.matcher(plan.get(at).replaceFirst("^[ >-]*", ""));
      String next = at + 1 < plan.size() ? plan.get(at + 1).strip() : "";
      if (scan.matches() && !next.startsWith("Index Cond")) {
        scanned.add(scan.group(1));
        if (next.startsWith("Filter") || !isLimited(plan, at)) {
          whole.add(scan.group(1));
        }
      }
    }
    Set<String> unbounded = withoutBeginnings(scanned);
    unbounded.addAll(whole);
    return unbounded;
  }

  /** Whether what is above a step in the plan stops it, before something waits for its end. */
  private static boolean isLimited(List<String> plan, int step) {
    int depth = depth(plan.get(step));
    for (int above = step - 1; above >= 0; above--) {
      if (depth(plan.get(above)) < depth) {
        depth = depth(plan.get(above));
        if (plan.get(above).contains("Limit")) {
          return true;
        } else if (plan.get(above).contains("Sort")) {
          return false;
        }
      }
    }
    return false;
  }

  private static int depth(String line) {
    return line.length() - line.stripLeading().length();
  }

  private Set<String> withoutBeginnings(Set<String> scanned) {
    Set<String> left = new TreeSet<>(scanned);
    Matcher nothing = NOTHING_SOUGHT.matcher(statement);
    if (nothing.matches()) {
      left.remove(nothing.group(1).toLowerCase(Locale.ROOT));
    }
    return left;
  }

  private List<String> plan(String explain, int column) throws SQLException {
    List<String> plan = new ArrayList<>();
    try (Statement asked = connection.createStatement();
        ResultSet row = asked.executeQuery(explain)) {
      while (row.next()) {
        plan.add(row.getString(column));
      }
    }
    return plan;
  }
}
