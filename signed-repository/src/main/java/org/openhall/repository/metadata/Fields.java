package org.openhall.repository.metadata;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Typed access to one JSON object of untrusted metadata; complaints name file and field. */
final class Fields {
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

  private final String file;
  private final String path;
  private final JsonNode object;

  private Fields(String file, String path, JsonNode object) throws RepositoryException.Malformed {
    if (!object.isObject()) {
      throw new RepositoryException.Malformed(
          file, (path.isEmpty() ? "the whole" : path) + " is not an object");
    }
    this.file = file;
    this.path = path;
    this.object = object;
  }

  static Fields of(String file, JsonNode object) throws RepositoryException.Malformed {
    return new Fields(file, "", object);
  }

  Fields object(String name) throws RepositoryException.Malformed {
    return new Fields(file, at(name), object.path(name));
  }

  /** Every member of the object {@code name}, each of which must be an object. */
  Map<String, Fields> objects(String name) throws RepositoryException.Malformed {
    Fields parent = object(name);
    Map<String, Fields> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : parent.object.properties()) {
      members.put(entry.getKey(), new Fields(file, parent.at(entry.getKey()), entry.getValue()));
    }
    return members;
  }

  JsonNode array(String name) throws RepositoryException.Malformed {
    JsonNode node = object.path(name);
    if (!node.isArray()) {
      throw malformed(name, "is not an array");
    }
    return node;
  }

  String text(String name) throws RepositoryException.Malformed {
    JsonNode node = object.path(name);
    if (!node.isString()) {
      throw malformed(name, "is not a string");
    }
    return node.stringValue();
  }

  /** An array of objects. */
  List<Fields> objectsOf(String name) throws RepositoryException.Malformed {
    List<Fields> members = new ArrayList<>();
    for (JsonNode node : array(name)) {
      members.add(new Fields(file, at(name), node));
    }
    return members;
  }

  /** An array of strings. */
  List<String> texts(String name) throws RepositoryException.Malformed {
    List<String> texts = new ArrayList<>();
    for (JsonNode node : array(name)) {
      if (!node.isString()) {
        throw malformed(name, "holds something that is no string");
      }
      texts.add(node.stringValue());
    }
    return texts;
  }

  boolean has(String name) {
    return object.has(name);
  }

  String textOr(String name, String absent) throws RepositoryException.Malformed {
    return object.has(name) ? text(name) : absent;
  }

  boolean flag(String name, boolean absent) throws RepositoryException.Malformed {
    JsonNode node = object.path(name);
    if (node.isMissingNode()) {
      return absent;
    }
    if (!node.isBoolean()) {
      throw malformed(name, "is neither true nor false");
    }
    return node.booleanValue();
  }

  long number(String name, long smallest) throws RepositoryException.Malformed {
    JsonNode node = object.path(name);
    if (!node.isIntegralNumber()) {
      throw malformed(name, "is not a whole number");
    }
    BigInteger value = node.bigIntegerValue();
    if (value.compareTo(BigInteger.valueOf(smallest)) < 0 || value.compareTo(LARGEST) > 0) {
      throw malformed(name, "is " + value + ", allowed from " + smallest);
    }
    return value.longValueExact();
  }

  OptionalLong optionalNumber(String name) throws RepositoryException.Malformed {
    return object.has(name) ? OptionalLong.of(number(name, 0)) : OptionalLong.empty();
  }

  Instant instant(String name) throws RepositoryException.Malformed {
    String text = text(name);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw malformed(name, "is not a time like 2026-11-24T08:00:00Z: " + text);
    }
  }

  /** The hashes under {@code name}; empty where the field is absent. */
  Map<String, String> hashes(String name) throws RepositoryException.Malformed {
    if (!object.has(name)) {
      return Map.of();
    }
    Fields hashes = object(name);
    Map<String, String> byAlgorithm = new LinkedHashMap<>();
    for (String algorithm : hashes.object.propertyNames()) {
      byAlgorithm.put(algorithm, hashes.text(algorithm));
    }
    return byAlgorithm;
  }

  JsonNode node() {
    return object;
  }

  RepositoryException.Malformed malformed(String name, String what) {
    return new RepositoryException.Malformed(file, at(name) + " " + what);
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
