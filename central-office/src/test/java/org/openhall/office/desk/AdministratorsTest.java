package org.openhall.office.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.people.Role;

/** What each of the three administrators can do, and that none can do another's. */
class AdministratorsTest {
  @TempDir static Path folder;
  private static DeskOffice office;

  @BeforeAll
  static void start() throws Exception {
    office = DeskOffice.start(folder);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void oneMakesPeopleAnotherGrantsTheirRoles() throws Exception {
    DeskClient system = office.as(Role.SYSTEM_ADMINISTRATOR);
    DeskClient security = office.as(Role.SECURITY_ADMINISTRATOR);
    String made = system.post("/desk/people", Map.of("id", "wang.fang", "name", "王芳")).body();
    assertTrue(made.matches("(?s).*class=\"secret\">([A-Z2-7]{4}-){3}[A-Z2-7]{4}<.*"), made);
    assertEquals(
        403, system.post("/desk/people/wang.fang/roles", Map.of("role", "EDITOR")).statusCode());
    assertEquals(Set.of(), office.people().find("wang.fang").orElseThrow().roles());
    assertEquals(403, security.post("/desk/people/wang.fang/disable", Map.of()).statusCode());
    String roles = "/desk/people/wang.fang/roles";
    String refused = security.post(roles, Map.of("role", "EDITOR")).body();
    assertTrue(refused.contains("尚未当面确认"), refused);
    DeskClient person = office.client(office.finish("wang.fang").token());
    String word = inside("id=\"word\">", person.get("/desk").body());
    String confirm = "/desk/people/wang.fang/confirm";
    assertEquals(403, system.post(confirm, Map.of("word", word)).statusCode());
    assertTrue(security.post(confirm, Map.of("word", "A")).body().contains("确认码不符"));
    assertTrue(security.post(confirm, Map.of("word", word)).body().contains("已确认"));
    security.post(roles, Map.of("role", "EDITOR"));
    assertEquals(Set.of(Role.EDITOR), office.people().find("wang.fang").orElseThrow().roles());
  }

  private static String inside(String before, String page) {
    int begins = page.indexOf(before) + before.length();
    return page.substring(begins, page.indexOf('<', begins));
  }

  @Test
  void whoGivesANewCodeCannotUseItForAnybodysRoles() throws Exception {
    DeskClient system = office.as(Role.SYSTEM_ADMINISTRATOR);
    office.other("zhou", Role.PUBLISHER);
    String said = system.post("/desk/people/zhou/code", Map.of()).body();
    assertTrue(said.contains("class=\"secret\"") && said.contains("收回此人的全部角色"), said);
    assertEquals(Set.of(), office.people().find("zhou").orElseThrow().roles());
  }

  @Test
  void theHomePageSaysWhatWaitsForWhom() throws Exception {
    assertTrue(office.as(Role.EDITOR).get("/desk").body().contains("没有需要您办理"));
    office.people().add("sun", "孙", "command");
    assertTrue(office.as(Role.SYSTEM_ADMINISTRATOR).get("/desk").body().contains("尚未首次登录"));
    assertTrue(office.as(Role.SECURITY_ADMINISTRATOR).get("/desk").body().contains("还没有角色"));
    office.signIn().signIn("sun", "wrong", "000000");
    assertTrue(office.as(Role.AUDIT_ADMINISTRATOR).get("/desk").body().contains("次登录失败"));
  }

  @Test
  void rolesThatDoNotGoTogetherAreRefusedInWords() throws Exception {
    office.people().add("zhao", "赵", "command");
    DeskClient security = office.as(Role.SECURITY_ADMINISTRATOR);
    String answer =
        security
            .post("/desk/people/zhao/roles", Map.of("role", "EDITOR,AUDIT_ADMINISTRATOR"))
            .body();
    assertTrue(answer.contains("三员"), answer);
  }

  @Test
  void theAuditAdministratorReadsWhatWasDoneAndVerifiesIt() throws Exception {
    DeskClient audit = office.as(Role.AUDIT_ADMINISTRATOR);
    office.people().add("qian", "钱<b>", "command");
    String list = audit.get("/desk/audit?deed=PERSON_ADDED").body();
    assertTrue(list.contains("新增人员") && list.contains("钱&lt;b&gt;"), list);
    assertTrue(audit.get("/desk/audit?who=nobody&from=2999-13-77").body().contains("没有符合条件"));
    assertTrue(audit.post("/desk/audit", Map.of()).body().contains("环环相扣"));
    assertEquals(403, audit.get("/desk/people").statusCode());
  }
}
