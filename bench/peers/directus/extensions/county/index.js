// What Directus has no call of its own for: a child's record with the look kept, a team's overdue
// list, a visit with what it leaves behind, a year's measure. Who may see a child is decided by
// Directus, out of permissions.sql.
import { randomUUID } from "node:crypto";

const today = process.env.COUNTY_TODAY;
const parts = ["*", "allocations.*", "allocations.worker.name", "allocations.team.name",
  "registrations.*", "addresses.*", "families.family", "events.*"];
const deep = {
  allocations: { _filter: { until_day: { _null: true } } },
  addresses: { _filter: { until_day: { _null: true } } },
  events: { _sort: ["-id"], _limit: 10 },
};

function endpoints(router, { services, database }) {
  const keptOnce = new Map(); // name -> { newest, rows }

  // For each state of the record: whatever changes it leaves an event.
  async function workedOutOnce(name, work) {
    const { newest } = await database("event").max("id as newest").first();
    const kept = keptOnce.get(name);
    if (kept?.newest === newest) return kept.rows;
    const { rows } = await work();
    keptOnce.set(name, { newest, rows });
    return rows;
  }

  const whoAsks = (request) =>
    database("directus_users").where({ id: request.accountability.user ?? randomUUID() })
      .first("first_name", "worker", "team", "county_role");

  // Throws what Directus answers "forbidden" with. The look is committed when this returns.
  async function open(request, page) {
    const { child } = request.params;
    const { schema, accountability } = request;
    await new services.ItemsService("person", { schema, accountability }).readOne(child, { fields: ["id"] });
    const who = await whoAsks(request);
    await database("look").insert({ worker: who.worker, name: who.first_name, role: who.county_role,
      child, page, ground: "team" });
    return who;
  }

  function familyOf(child) {
    return database("person").distinct("person.id", "person.forename", "person.surname", "person.born",
      "person.version")
      .join("family_member as member", "member.person", "person.id")
      .whereIn("member.family", database("family_member").select("family").where({ person: child }));
  }

  async function childrenAtHome(child) {
    const held = database("allocation").select("child").whereNull("until_day").where("from_day", "<=", today);
    const children = await familyOf(child).whereIn("person.id", held);
    return children.length ? children : database("person").where({ id: child });
  }

  const answered = (work) => async (request, response, next) => {
    try {
      await work(request, response);
    } catch (fault) {
      next(fault);
    }
  };

  router.get("/child/:child", answered(async (request, response) => {
    const { child } = request.params;
    await open(request, "child");
    const everything = new services.ItemsService("person", { schema: request.schema });
    const [record, due, family, words, events] = await Promise.all([
      everything.readOne(child, { fields: parts, deep }),
      database.raw("select * from visits_due(array[?::uuid], ?)", [child, today]),
      familyOf(child).whereNot("person.id", child),
      database("visit").where({ child }).whereNot("words", "").orderBy("on_day", "desc").first(),
      database("event").where({ child }).count("id as all").first(),
    ]);
    response.json({ ...record, due: due.rows[0], family, words, all_events: events.all });
  }));

  router.get("/team", answered(async (request, response) => {
    const who = await whoAsks(request);
    if (who?.county_role !== "team_manager") return response.status(403).end();
    response.json(await workedOutOnce(`overdue ${who.team}`,
      () => database.raw("select * from overdue(?, ?)", [who.team, today])));
  }));

  router.get("/figures", answered(async (request, response) => {
    const who = await whoAsks(request);
    if (!["team_manager", "head_of_service"].includes(who?.county_role)) return response.status(403).end();
    response.json(await workedOutOnce("figures", () => database.raw(
      "select * from seen_alone_by_month((date_trunc('month', ?::date) - interval '1 year')::date, " +
      "date_trunc('month', ?::date)::date - 1, ?)", [today, today, today])));
  }));

  router.get("/child/:child/visit", answered(async (request, response) => {
    await open(request, "record-visit");
    response.json({ key: randomUUID(), children: await childrenAtHome(request.params.child) });
  }));

  router.post("/child/:child/visit", answered(async (request, response) => {
    const who = await open(request, "record-visit");
    const { key, place, announced, account, children } = request.body;
    if (!key || !place || !announced || !account?.trim() || !children?.length) return response.status(422).end();
    if (await database("visit").where({ entry: key }).first("id")) return response.status(204).end();
    const ours = new Set((await childrenAtHome(request.params.child)).map((one) => one.id));
    const accountability = { ...request.accountability, admin: true }; // decided by open()
    const meanwhile = new Error("something was recorded meanwhile");
    await database.transaction(async (knex) => {
      const options = { schema: request.schema, accountability, knex };
      for (const { id, version } of children) {
        const changed = ours.has(id) && await knex("person").where({ id, version }).increment("version");
        if (!changed) throw meanwhile;
      }
      await new services.ItemsService("visit", options).createMany(children.map(({ id, seen, alone, bedroom }) =>
        ({ entry: key, child: id, made: "made", on_day: today, place, announced, seen, alone, bedroom, account,
           worker: who.worker })));
      await knex("event").insert(children.map((child) =>
        ({ child: child.id, kind: "visit.made", on_day: today, recorder: who.first_name, role: who.county_role,
           team: String(who.team), body: JSON.stringify({ ...child, place, account }) })));
    }).then(() => response.status(204).end(), (fault) => {
      if (fault !== meanwhile) throw fault;
      response.status(409).end();
    });
  }));
}

export default { id: "county", handler: endpoints };
