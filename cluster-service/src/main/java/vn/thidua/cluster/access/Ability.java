package vn.thidua.cluster.access;

import vn.thidua.kit.mandate.Permission;

/** What may be done in this service, and by which roles; shown to the console so that it offers only what will be allowed. */
public enum Ability {
    UNITS_READ("units.read", Role.all()),
    UNITS_WRITE("units.write", Role.ADMINISTRATOR, Role.STANDING_OFFICER),
    PEOPLE_READ("people.read", Role.ADMINISTRATOR, Role.AUDITOR, Role.STANDING_OFFICER),
    PEOPLE_WRITE("people.write", Role.ADMINISTRATOR),
    MANDATES_READ("mandates.read", Role.ADMINISTRATOR, Role.AUDITOR, Role.STANDING_OFFICER),
    MANDATES_WRITE("mandates.write", Role.ADMINISTRATOR),
    /** Who sits in a council is public among those who work with it; other systems need what they need for people. */
    COUNCILS_READ("people.read", Role.all()),
    CLUSTERS_READ("clusters.read", Role.all()),
    /** At the organiser: everything of its clusters and their seasons. */
    CLUSTERS_WRITE("clusters.write", Role.ADMINISTRATOR, Role.STANDING_OFFICER),
    /** At the unit that heads a season: the work of that one season. */
    SEASONS_LEAD("clusters.write", Role.UNIT_OFFICER, Role.UNIT_LEADER),
    /** At the launching unit. */
    MOVEMENTS_WRITE("clusters.write", Role.ADMINISTRATOR, Role.STANDING_OFFICER, Role.UNIT_OFFICER, Role.UNIT_LEADER),
    /** For the own unit: to join a movement and to report what it did. */
    MOVEMENTS_JOIN("clusters.write", Role.UNIT_OFFICER, Role.UNIT_LEADER),
    /** At the organiser: to run elections. Who administers the platform has no part in a vote. */
    ELECTIONS_RUN("clusters.write", Role.STANDING_OFFICER),
    /** For the own unit alone; no agency has such a scope. */
    BALLOTS_CAST("ballots.cast", Role.UNIT_LEADER),
    /** For the own unit alone; no agency has such a scope. */
    COMPACTS_SIGN("compacts.sign", Role.UNIT_LEADER),
    /** For the own unit: to lay a digitally signed file beside a compact; no agency has such a scope. */
    SIGNED_FILES_ADD("signed-files.add", Role.UNIT_OFFICER, Role.UNIT_LEADER),
    /** For the own unit: to say what it thinks of a draft regulation; no agency has such a scope. */
    DRAFTS_COMMENT("drafts.comment", Role.UNIT_OFFICER, Role.UNIT_LEADER),
    /** For the own unit: to say whether it comes to a conference; no agency has such a scope. */
    INVITATIONS_ANSWER("invitations.answer", Role.UNIT_OFFICER, Role.UNIT_LEADER),
    /** For the own unit: to say what was done about what an inspection found. */
    FINDINGS_ANSWER("clusters.write", Role.UNIT_OFFICER, Role.UNIT_LEADER),
    /** At the organiser or the head: to record and confirm what was counted on paper; no agency has such a scope. */
    VOTES_TELL("votes.tell", Role.TELLER),
    /** At its unit: an exemplar that is not published. */
    EXEMPLARS_READ(
            "clusters.read",
            Role.ADMINISTRATOR,
            Role.AUDITOR,
            Role.STANDING_OFFICER,
            Role.STANDING_LEADER,
            Role.UNIT_OFFICER,
            Role.UNIT_LEADER),
    /** For the own unit: to propose an exemplar, and to replicate one; no agency has such a scope. */
    EXEMPLARS_WRITE("exemplars.write", Role.UNIT_OFFICER, Role.UNIT_LEADER),
    /** At the unit or above: to verify and publish what somebody else proposed; no agency has such a scope. */
    EXEMPLARS_VERIFY("exemplars.verify", Role.STANDING_OFFICER, Role.STANDING_LEADER),
    /** At the unit that holds it; no agency has such a scope. */
    CONGRESSES_WRITE("congresses.write", Role.STANDING_OFFICER, Role.STANDING_LEADER),
    /** At any unit: to bring in a file; what it is attached to asks again who may. */
    FILES_BRING(
            "clusters.write",
            Role.ADMINISTRATOR,
            Role.STANDING_OFFICER,
            Role.TELLER,
            Role.UNIT_OFFICER,
            Role.UNIT_LEADER),
    AUDIT_READ("audit.read", Role.ADMINISTRATOR, Role.AUDITOR);

    @SuppressWarnings("ImmutableEnumChecker") // A record of a text and an unmodifiable set; the checker knows neither.
    private final Permission permission;

    Ability(String agencyScope, Role... roles) {
        this.permission = Permission.of(
                agencyScope, java.util.Arrays.stream(roles).map(Role::name).toArray(String[]::new));
    }

    public Permission permission() {
        return permission;
    }
}
