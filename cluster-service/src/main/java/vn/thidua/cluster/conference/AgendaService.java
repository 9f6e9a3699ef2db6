package vn.thidua.cluster.conference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Writes what a conference goes through. */
@Service
class AgendaService {
    private final ConferenceService conferences;
    private final ConferenceStore store;
    private final AgendaStore agendas;
    private final Units units;
    private final Audit audit;

    AgendaService(ConferenceService conferences, ConferenceStore store, AgendaStore agendas, Units units, Audit audit) {
        this.conferences = conferences;
        this.store = store;
        this.agendas = agendas;
        this.units = units;
        this.audit = audit;
    }

    /** @param expected the version of the conference that the new agenda relies on */
    @Transactional
    void replace(Caller caller, UUID id, long expected, List<Conference.AgendaItem> items) {
        var conference = conferences.lock(id);
        var basis = conferences.requireAny(caller, conference);
        if (conference.version() != expected) {
            throw Versions.mismatch(conference.version()).asException();
        }
        var faults = faults(conference, items);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).asException();
        }
        var before = agendas.of(id);
        agendas.replace(id, items);
        var after = conference.next();
        store.update(after);
        audit.record(new AuditEntry(
                caller,
                basis,
                "conference.agenda-changed",
                ConferenceService.AGGREGATE,
                id,
                conference.organiserId(),
                before,
                agendas.of(id),
                null));
    }

    /**
     * Marks which item is under way; the one before ends with it. Said again, it changes nothing.
     *
     * @param position null when none is under way any more
     * @param mistaken whether of the one before nothing is to be noted
     */
    @Transactional
    void goOn(Caller caller, UUID id, long expected, @Nullable Integer position, boolean mistaken) {
        var conference = conferences.lock(id);
        var basis = conferences.requireAny(caller, conference);
        var underWay = agendas.courses(id).stream()
                .filter(AgendaStore.Course::underWay)
                .map(AgendaStore.Course::position)
                .findFirst()
                .orElse(null);
        if (Objects.equals(underWay, position)) {
            return;
        }
        if (conference.version() != expected) {
            throw Versions.mismatch(conference.version()).asException();
        }
        if (position != null) {
            requireBeginning(conference, position);
        }
        var before = agendas.courses(id);
        agendas.end(id, mistaken);
        if (position != null) {
            agendas.begin(id, position);
        }
        var after = conference.next();
        store.update(after);
        audit.record(new AuditEntry(
                caller,
                basis,
                "conference.agenda-went-on",
                ConferenceService.AGGREGATE,
                id,
                conference.organiserId(),
                before,
                agendas.courses(id),
                null));
    }

    /** An item can be ended after midnight, but none is begun on another day. */
    private void requireBeginning(Conference conference, int position) {
        if (!conference.heldOn().equals(agendas.today())) {
            throw Problem.because(ProblemType.CONFLICT, "not-conference-day").asException();
        }
        if (!agendas.has(conference.id(), position)) {
            throw Problem.invalid(FieldError.of("/position", "not-found")).asException();
        }
    }

    private List<FieldError> faults(Conference conference, List<Conference.AgendaItem> items) {
        var known = units.lives(items.stream()
                        .map(Conference.AgendaItem::unitId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .keySet();
        var faults = new ArrayList<FieldError>();
        var kept = items.stream()
                .map(Conference.AgendaItem::was)
                .filter(Objects::nonNull)
                .toList();
        if (!kept.containsAll(agendas.courses(conference.id()).stream()
                .map(AgendaStore.Course::position)
                .toList())) {
            faults.add(FieldError.of("/items", "begun-stays"));
        }
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (item.unitId() != null && !known.contains(item.unitId())) {
                faults.add(FieldError.of("/items/" + i + "/unitId", "not-found"));
            }
            if (item.was() != null && kept.indexOf(item.was()) != kept.lastIndexOf(item.was())) {
                faults.add(FieldError.of("/items/" + i + "/was", "taken"));
            }
            if (item.serves() != null && !conference.purposes().contains(item.serves())) {
                faults.add(FieldError.of("/items/" + i + "/serves", "not-a-purpose"));
            }
        }
        return faults;
    }
}
