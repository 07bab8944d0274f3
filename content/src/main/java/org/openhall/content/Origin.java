package org.openhall.content;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where the office took a record from (信息同源).
 *
 * @param source the source's name as shown to citizens, e.g. 广东省人民政府
 * @param key the record's key in that source (an address, a path, an item code), or null
 * @param sha256 lower-case hex SHA-256 of the source row as imported
 * @param asOf the day on which the office took it
 * @param sample true for the authored sample, which screens mark 示例
 */
public record Origin(
    String source, @Nullable String key, String sha256, LocalDate asOf, boolean sample) {}
