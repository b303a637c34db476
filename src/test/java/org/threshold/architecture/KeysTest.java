package org.threshold.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.LocalDate;
import org.threshold.accommodation.Placements;

/** Nobody gives a household its keys past the gate: only the gate itself, and what brings a running caseload over. */
@AnalyzeClasses(packages = "org.threshold", importOptions = ImportOption.DoNotIncludeTests.class)
class KeysTest {

    @ArchTest
    static final ArchRule onlyTheGateMovesAHouseholdIn = noClasses()
            .that().doNotHaveSimpleName("GatedKeys").and().resideOutsideOfPackage("org.threshold.caseload..")
            .should().callMethod(Placements.class, "moveIn", long.class, LocalDate.class, LocalDate.class);
}
