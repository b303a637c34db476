package org.threshold.browser;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.Acting;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Homes;
import org.threshold.accommodation.Placements;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.homelessness.ApproachProcess;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.Stage;

/** What becomes of a household that lives in temporary accommodation under the main duty. */
abstract class MainDutyJourneyTest extends JourneyTest {

    @Autowired
    private CaseRegister cases;
    @Autowired
    private Duties duties;
    @Autowired
    private ApproachProcess approaches;
    @Autowired
    private Homes homes;
    @Autowired
    private Placements placements;

    String reference;
    long placement;

    void mainDutyInTemporaryAccommodation(String name) {
        long unit = homes.unit(Homes.FLAT);
        CaseReference of = Acting.as("officer", () -> cases.open(NewCase.atTheDesk("north", Person.applicant(name,
                "Example" + Long.toString(System.nanoTime(), 26).replaceAll("[0-9]", "x"), LocalDate.of(1990, 5, 17)),
                "Asked to leave by family")));
        reference = of.value();
        Acting.as("leader", () -> {
            duties.accept(of, DutyKind.MAIN, today());
            placement = placements.request(of, AccommodationFunction.MAIN, null).id();
            placements.choose(placement, unit);
            placements.moveIn(placement, today(), null);
            approaches.startAt(of, Stage.MAIN_DUTY, Map.of("team", "north", "lane", "STANDARD"));
        });
        runJobs();
    }

    Page at(String path) {
        officer.page().navigate(url("/cases/" + reference + path));
        return officer.page();
    }

    Desk open(String step) {
        runJobs();
        return officer.open(reference, step);
    }

    static String main(Page page) {
        return page.locator("main").innerText();
    }
}
