package org.openhall.office.web;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.enrol.EnrolledTerminal;
import org.openhall.office.publish.Release;

/**
 * How the office stands, in the text form that Prometheus reads (exposition format 0.0.4): gauges,
 * each asked for anew.
 */
final class OfficeMetrics {
  private static final Duration IN_CONTACT = Duration.ofMinutes(15);

  private final OfficeParts parts;
  private final Clock clock;
  private final StringBuilder text = new StringBuilder();

  OfficeMetrics(OfficeParts parts, Clock clock) {
    this.parts = parts;
    this.clock = clock;
  }

  String text() throws IOException {
    gauge("openhall_terminals", "terminals by state", "state", terminals());
    gauge("openhall_release", "number of the newest release", release(Release::number));
    gauge("openhall_release_records", "records in it", release(Release::records));
    gauge(
        "openhall_release_published_seconds",
        "when it was published, Unix time",
        release(last -> last.publishedAt().getEpochSecond()));
    gauge("openhall_records", "records of the catalogue by type", "type", records());
    gauge("openhall_queue", "what waits for a person", "of", queues());
    gauge("openhall_database_answer_seconds", "a question to the database", databaseSeconds());
    disk();
    machine();
    return text.toString();
  }

  private Map<String, Number> terminals() {
    Map<String, Number> states = new TreeMap<>();
    for (String state : new String[] {"in-contact", "silent", "never-seen", "revoked"}) {
      states.put(state, 0);
    }
    Instant late = clock.instant().minus(IN_CONTACT);
    for (EnrolledTerminal terminal : parts.terminals().all()) {
      states.merge(state(terminal, late), 1, (a, b) -> a.intValue() + b.intValue());
    }
    return states;
  }

  private static String state(EnrolledTerminal terminal, Instant late) {
    if (terminal.revocation() != null) {
      return "revoked";
    }
    EnrolledTerminal.Contact last = terminal.contact();
    if (last == null) {
      return "never-seen";
    }
    return last.at().isBefore(late) ? "silent" : "in-contact";
  }

  private interface Figure {
    long of(Release release);
  }

  private long release(Figure figure) {
    return parts.releases().last().map(figure::of).orElse(0L);
  }

  /** By types that this version knows; what others there are is counted together. */
  private Map<String, Number> records() {
    Map<String, Number> counts = new TreeMap<>();
    RecordCodec.types().forEach(type -> counts.put(type, 0L));
    parts
        .catalog()
        .countsByType()
        .forEach((type, records) ->
            counts.merge(
                RecordCodec.types().contains(type) ? type : "other",
                records,
                (a, b) -> a.longValue() + b.longValue()));
    return counts;
  }

  private Map<String, Number> queues() {
    return Map.of(
        "sealed",
        count(
            "SELECT count(*) FROM sealed_event s WHERE NOT EXISTS"
                + " (SELECT 1 FROM sealed_reply r WHERE r.number = s.number)"),
        "review",
        count("SELECT count(*) FROM proposal WHERE lower(state) = 'submitted'"));
  }

  private long count(String sql) {
    return parts.database().client().sql(sql).query(Long.class).single();
  }

  private double databaseSeconds() {
    long began = System.nanoTime();
    count("SELECT count(*) FROM setting");
    return (System.nanoTime() - began) / 1e9;
  }

  private void disk() throws IOException {
    FileStore store = Files.getFileStore(parts.database().folder());
    gauge("openhall_disk_free_bytes", "of the data folder's disk", store.getUsableSpace());
    gauge("openhall_disk_bytes", "of the data folder's disk", store.getTotalSpace());
  }

  private void machine() {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    gauge("jvm_heap_used_bytes", "heap in use", heap.getUsed());
    gauge("jvm_heap_max_bytes", "the most that the heap may be", heap.getMax());
    gauge("jvm_threads", "live threads", ManagementFactory.getThreadMXBean().getThreadCount());
    gauge(
        "jvm_uptime_seconds",
        "since the start",
        ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
  }

  private void gauge(String name, String help, Number value) {
    head(name, help);
    text.append(name).append(' ').append(value).append('\n');
  }

  private void gauge(String name, String help, String label, Map<String, Number> values) {
    head(name, help);
    values.forEach((of, value) ->
        text.append(String.format(Locale.ROOT, "%s{%s=\"%s\"} %s%n", name, label, of, value)));
  }

  private void head(String name, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
  }
}
