package vn.thidua.cluster.person;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.access.Ability;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** People, for those who administer or audit the units they work for. */
@RestController
@RequestMapping("/api/v1/people")
@Tag(name = "People")
final class PersonController {
    static final String CODE = "[A-Z0-9][A-Z0-9.-]{0,34}";
    static final String PHONE = "[+0-9 ().-]{3,30}";

    /**
     * @param code by which tables know the person again, or null
     * @param name null once the person's data is erased
     */
    record PersonView(
            @NotNull UUID id,
            @Nullable String code,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @Nullable Account account,
            boolean erased,
            long version) {
        static PersonView of(PersonStore.Listed listed) {
            var person = listed.person();
            var account = person.account() == null ? null : new Account(person.account());
            return new PersonView(
                    person.id(),
                    person.code(),
                    person.name(),
                    person.email(),
                    person.phone(),
                    person.unitId(),
                    listed.unitName(),
                    account,
                    person.erased(),
                    person.version());
        }
    }

    /** @param subject the account's id at the identity provider */
    record Account(@NotBlank @Size(min = 1, max = 200) String subject) {}

    /** @param code by which tables know the person again; of one person only */
    record PersonContent(
            @Nullable @Pattern(regexp = CODE) String code,
            @NotBlank @Size(min = 1, max = 200) String name,
            @Nullable @Email @Size(min = 3, max = 200) String email,
            @Nullable @Pattern(regexp = PHONE) String phone,
            @NotNull UUID unitId,
            @Nullable @Valid Account account) {
        PersonService.Content content() {
            var subject = account == null ? null : account.subject();
            return new PersonService.Content(code, name.strip(), email, phone, unitId, subject);
        }
    }

    record Erasure(@NotBlank @Size(min = 1, max = 1000) String reason) {}

    private final PersonStore store;
    private final PersonService service;
    private final Mandates mandates;

    PersonController(PersonStore store, PersonService service, Mandates mandates) {
        this.store = store;
        this.service = service;
        this.mandates = mandates;
    }

    @GetMapping
    @Operation(summary = "People of the units one administers; q searches names without accents")
    Page<PersonView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable @Size(max = 35) String code,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = mandates.reach(caller, Ability.PEOPLE_READ.permission());
        if (reach.isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "not-over-unit").asException();
        }
        var typed = q == null || q.isBlank() ? null : q.strip();
        List<PersonView> people =
                store.list(new PersonStore.Filter(typed, code, unitId, after, limit + 1), reach).stream()
                        .map(PersonView::of)
                        .toList();
        return Page.of(people, limit, person -> person.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A person")
    ResponseEntity<PersonView> find(Caller caller, @PathVariable UUID id) {
        return answer(
                ResponseEntity.ok(),
                store.find(id)
                        .filter(listed -> mandates.may(
                                caller,
                                Ability.PEOPLE_READ.permission(),
                                listed.person().unitId()))
                        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException()));
    }

    @PostMapping
    @Operation(summary = "Registers a person")
    ResponseEntity<PersonView> create(Caller caller, @Valid @RequestBody PersonContent request) {
        var id = service.create(caller, request.content());
        return answer(
                ResponseEntity.created(URI.create("/api/v1/people/" + id)),
                store.find(id).orElseThrow());
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes a person")
    ResponseEntity<PersonView> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PersonContent request) {
        service.change(caller, id, Versions.required(ifMatch), request.content());
        return answer(ResponseEntity.ok(), store.find(id).orElseThrow());
    }

    @PostMapping("/{id}/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Erases a person's data, in the audit too; cannot be undone")
    void erase(Caller caller, @PathVariable UUID id, @Valid @RequestBody Erasure request) {
        service.erase(caller, id, request.reason());
    }

    private static ResponseEntity<PersonView> answer(ResponseEntity.BodyBuilder response, PersonStore.Listed found) {
        return response.header(HttpHeaders.ETAG, Versions.etag(found.person().version()))
                .body(PersonView.of(found));
    }
}
