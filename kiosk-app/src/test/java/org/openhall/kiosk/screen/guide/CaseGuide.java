package org.openhall.kiosk.screen.guide;

import java.nio.charset.StandardCharsets;
import org.openhall.content.ServiceGuide;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;

/**
 * A guide with two questions: who comes, and, only for an agent, by which power. It asks for a card
 * of everybody, a letter of an agent, a court's paper of a guardian.
 */
final class CaseGuide {
  static final String ID = "g-case";

  private static final String JSON =
      """
      {"type":"service-guide",
       "header":{"id":"g-case","revision":1,"origin":{"source":"示例","sha256":"%s","asOf":"2026-11-01","sample":true}},
       "title":"居民身份证补领","audiences":["natural-person"],"aliases":[],
       "personThemes":["c-household"],"legalThemes":[],"lifeEvents":["c-newborn"],"annualCases":900,
       "situations":[
        {"id":"who","question":"由谁来办？","choices":[{"id":"self","label":"本人"},{"id":"agent","label":"委托他人"}],"when":[]},
        {"id":"power","question":"凭什么代办？","choices":[{"id":"letter","label":"委托书"},{"id":"guardian","label":"监护关系"}],
         "when":[{"question":"who","choices":["agent"]}]}],
       "materials":[
        {"name":"身份证","necessity":"required","when":[]},
        {"name":"委托书","necessity":"required","when":[{"question":"power","choices":["letter"]}]},
        {"name":"监护证明","necessity":"required","when":[{"question":"who","choices":["agent"]},{"question":"power","choices":["guardian"]}]}],
       "fees":[{"name":"工本费","standard":"40元/证","when":[{"question":"who","choices":["self","agent"]}]}]}
      """
          .formatted("0".repeat(64));

  private CaseGuide() {}

  static ServiceGuide guide() {
    try {
      return (ServiceGuide) RecordCodec.decode(JSON.getBytes(StandardCharsets.UTF_8));
    } catch (MalformedRecordException e) {
      throw new IllegalStateException(e);
    }
  }
}
