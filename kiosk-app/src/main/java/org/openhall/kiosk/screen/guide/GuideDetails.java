package org.openhall.kiosk.screen.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Agency;
import org.openhall.content.Authority;
import org.openhall.content.Handling;
import org.openhall.content.Remedies;
import org.openhall.content.ServiceGuide;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.Fact;

/**
 * The labelled facts of a guide. What a citizen decides by is listed even where the source is
 * silent; of the rest only what it says.
 */
record GuideDetails(ServiceGuide guide, Messages words) {

  /** 办理渠道. */
  List<Fact> channels() {
    Handling handling = guide.handling();
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("forms", joined(handling.handlingForms())));
    facts.add(fact("visits", visits(handling.visits())));
    facts.add(fact("online", online(handling.online())));
    facts.add(fact("appointment", yesOrNo(handling.appointment())));
    facts.add(fact("courier", yesOrNo(handling.courier())));
    facts.add(fact("self-service", yesOrNo(handling.selfService())));
    addGiven(facts, "visit-reason", handling.visitReason());
    addGiven(facts, "area", handling.handlingArea());
    addGiven(facts, "quantity", handling.quantityLimit());
    addGiven(facts, "intermediary", joined(handling.intermediaryServices()));
    return facts;
  }

  /** 办理时限. */
  List<Fact> limits() {
    Handling handling = guide.handling();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("fact.promised-limit"), guide.promisedLimit()));
    addGiven(facts, "promised-note", handling.promisedLimitNote());
    facts.add(new Fact(words.text("fact.statutory-limit"), guide.statutoryLimit()));
    addGiven(facts, "statutory-note", handling.statutoryLimitNote());
    addGiven(facts, "project-type", handling.projectType());
    addGiven(facts, "special", handling.specialProcedure());
    return facts;
  }

  /** 办理结果. */
  List<Fact> result() {
    Handling handling = guide.handling();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("fact.result"), guide.result()));
    addGiven(facts, "result-type", handling.resultType());
    return facts;
  }

  /** 权利、义务与救济. */
  List<Fact> rights() {
    Remedies remedies = guide.remedies();
    return List.of(
        fact("rights", lines(remedies.rights())),
        fact("duties", lines(remedies.duties())),
        fact("reconsideration", agency(remedies.reconsideration())),
        fact("litigation", agency(remedies.litigation())));
  }

  /** 咨询与监督. */
  List<Fact> contact() {
    return List.of(
        new Fact(words.text("contact.consultation"), guide.consultation()),
        new Fact(words.text("contact.complaint"), guide.complaint()));
  }

  /** 事项信息. */
  List<Fact> codes() {
    Authority authority = guide.authority();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("fact.item-type"), guide.itemType()));
    facts.add(new Fact(words.text("fact.item-code"), guide.itemCode()));
    addGiven(facts, "catalog-code", authority.catalogCode());
    addGiven(facts, "handling-code", authority.handlingItemCode());
    addGiven(facts, "level", authority.exerciseLevel());
    addGiven(facts, "power", authority.powerSource());
    addGiven(facts, "nature", authority.departmentNature());
    addGiven(facts, "entrusted", authority.entrustedDepartment());
    addGiven(facts, "joint", joined(authority.jointDepartments()));
    addGiven(facts, "url", guide.sourceUrl());
    return facts;
  }

  private @Nullable String visits(@Nullable Integer visits) {
    return visits == null ? null : words.text("guide.visits", visits);
  }

  private @Nullable String online(Handling.@Nullable Online online) {
    return online == null ? null : said(online);
  }

  private String said(Handling.Online online) {
    if (!online.available()) {
      return words.text("guide.online.no");
    }
    List<String> parts = new ArrayList<>(List.of(words.text("guide.online.yes")));
    Stream.of(online.depth(), online.url())
        .filter(part -> part != null)
        .forEach(part -> parts.add(part));
    if (online.payment()) {
      parts.add(words.text("guide.online.payment"));
    }
    return String.join(words.text("comma"), parts);
  }

  private @Nullable String yesOrNo(@Nullable Boolean said) {
    return said == null ? null : words.text(said ? "guide.yes" : "guide.no");
  }

  private @Nullable String joined(@Nullable List<String> values) {
    return values == null ? null : listed(values);
  }

  private String listed(List<String> values) {
    return values.isEmpty() ? words.text("guide.none") : String.join(words.text("comma"), values);
  }

  private @Nullable String lines(@Nullable List<String> values) {
    return values == null || values.isEmpty() ? null : String.join("\n", values);
  }

  private static @Nullable String agency(@Nullable Agency agency) {
    return agency == null ? null : lines(agency);
  }

  private static String lines(Agency agency) {
    List<String> lines = new ArrayList<>(List.of(agency.agency()));
    Stream.of(agency.address(), agency.phone())
        .filter(line -> line != null)
        .forEach(line -> lines.add(line));
    return String.join("\n", lines);
  }

  private void addGiven(List<Fact> facts, String key, @Nullable String value) {
    if (value != null) {
      facts.add(fact(key, value));
    }
  }

  private Fact fact(String key, @Nullable String value) {
    return new Fact(words.text("guide.fact." + key), value);
  }
}
