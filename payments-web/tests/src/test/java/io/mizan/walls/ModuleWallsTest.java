package io.mizan.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Imports run one way only: web to admin to domain, web to gateways to domain. */
class ModuleWallsTest {

    private static final String WEB = "io.mizan.web..";
    private static final String ADMIN = "io.mizan.admin..";
    private static final String GATEWAYS = "io.mizan.gateways..";
    private static final String DATABASE = "io.mizan.database..";
    private static final String LAUNCHER = "io.mizan.launcher..";

    private static final String[] SHARED_BY_GATEWAYS = {
        "io.mizan.gateways.form..",
        "io.mizan.gateways.http..",
        "io.mizan.gateways.json..",
        "io.mizan.gateways.settings..",
        "io.mizan.gateways.signature.."
    };

    private static final String[] KERNEL = {
        "io.mizan.failure..",
        "io.mizan.fact..",
        "io.mizan.gateway..",
        "io.mizan.halt..",
        "io.mizan.id..",
        "io.mizan.idempotency..",
        "io.mizan.money..",
        "io.mizan.secrets..",
        "io.mizan.sql..",
        "io.mizan.time.."
    };

    private static final String[] PROCESSES = {
        "io.mizan.administration..",
        "io.mizan.checkout..",
        "io.mizan.dispatch..",
        "io.mizan.erasure..",
        "io.mizan.explanation..",
        "io.mizan.gatewayaccount..",
        "io.mizan.intake..",
        "io.mizan.invariant..",
        "io.mizan.desk..",
        "io.mizan.reconciliation..",
        "io.mizan.replay.."
    };

    private static final DescribedPredicate<JavaClass> IN_DOMAIN = resideInAPackage("io.mizan..")
            .and(DescribedPredicate.not(resideInAnyPackage(WEB, ADMIN, GATEWAYS, DATABASE, LAUNCHER)))
            .as("reside in the domain");

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.mizan");
    }

    @Test
    void the_domain_imports_none_of_our_other_modules() {
        noClasses()
                .that(IN_DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WEB, ADMIN, GATEWAYS, DATABASE, LAUNCHER)
                .because("what money means must not depend on who asks or who carries it")
                .check(ours);
    }

    @Test
    void the_domain_knows_no_http_and_no_provider() {
        noClasses()
                .that(IN_DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "java.net.http..", "com.stripe..")
                .because("an adapter or a resource translates, and the domain is the same behind all of them")
                .check(ours);
    }

    @Test
    void the_portal_imports_the_domain_and_no_gateway() {
        noClasses()
                .that()
                .resideInAPackage(ADMIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WEB, GATEWAYS, DATABASE, LAUNCHER)
                .allowEmptyShould(true)
                .because("what support sees is the same for every provider")
                .check(ours);
    }

    @Test
    void gateways_import_the_domain_and_not_each_other() {
        noClasses()
                .that()
                .resideInAPackage(GATEWAYS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WEB, ADMIN, DATABASE, LAUNCHER)
                .allowEmptyShould(true)
                .because("an adapter turns messages into facts and nothing else")
                .check(ours);
        slices().matching("io.mizan.gateways.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage(GATEWAYS), resideInAnyPackage(SHARED_BY_GATEWAYS))
                .allowEmptyShould(true)
                .because("one provider must be removable without touching another")
                .check(ours);
        noClasses()
                .that()
                .resideInAnyPackage(SHARED_BY_GATEWAYS)
                .should()
                .dependOnClassesThat(resideInAPackage(GATEWAYS)
                        .and(DescribedPredicate.not(resideInAnyPackage(SHARED_BY_GATEWAYS)))
                        .as("reside in an adapter"))
                .because("what all adapters stand on knows none of them")
                .check(ours);
    }

    @Test
    void the_database_module_stands_alone() {
        classes()
                .that()
                .resideInAPackage("io.mizan.database")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.mizan.database", "java..", "javax.sql..", "liquibase..")
                .because("the schema is also applied without the application")
                .check(ours);
    }

    @Test
    void production_code_imports_neither_the_launcher_nor_the_embedded_database() {
        noClasses()
                .that()
                .resideOutsideOfPackages(LAUNCHER, "io.mizan.database.embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LAUNCHER, "io.mizan.database.embedded..")
                .because("both exist for one person's machine")
                .check(ours);
    }

    @Test
    void kernel_features_and_processes_import_downwards_only() {
        noClasses()
                .that()
                .resideInAnyPackage(KERNEL)
                .should()
                .dependOnClassesThat(IN_DOMAIN
                        .and(DescribedPredicate.not(resideInAnyPackage(KERNEL)))
                        .as("reside above the kernel"))
                .because("the kernel is what every feature speaks")
                .check(ours);
        noClasses()
                .that(IN_DOMAIN.and(DescribedPredicate.not(resideInAnyPackage(PROCESSES))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PROCESSES)
                .because("a process composes features; a feature does not know who composes it")
                .check(ours);
    }

    @Test
    void packages_of_the_domain_form_no_cycle() {
        slices().matching("io.mizan.(*)..")
                .should()
                .beFreeOfCycles()
                .because("two packages that need each other are one")
                .check(ours.that(IN_DOMAIN));
    }

    @Test
    void the_simulators_import_nothing_of_ours() throws IOException {
        try (JarFile war = new JarFile(System.getProperty("mizan.sandbox.war"))) {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.mizan..")
                    .allowEmptyShould(true)
                    .because(
                            "they play somebody else's server: code shared with the adapter would let one bug hide another")
                    .check(new ClassFileImporter().importJar(war));
        }
    }
}
