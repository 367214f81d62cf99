package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.mizan.testbed.TestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/gateways/README.md} is written by the contract: what it says is held is what this build has run. */
class ContractPageIT {
    private static final Path PAGE = Path.of("..", "..", "docs", "gateways", "README.md");

    @Test
    void the_page_of_the_gateways_says_what_the_contract_holds() throws IOException {
        var page = ContractPage.of(ContractTests.all());
        var written = Files.writeString(TestFiles.results().resolve("gateways.md"), page);

        assertThat(Files.readString(PAGE))
                .as("what is to stand there was written to %s", written.toAbsolutePath())
                .isEqualTo(page);
    }

    @Test
    void of_every_part_of_the_contract_something_declared_decides_whether_it_is_held() {
        var parts = new ClassFileImporter()
                .importPackagesOf(Contract.class).stream()
                        .filter(type -> type.isInterface() && type.isAssignableTo(Contract.class))
                        .filter(type -> !type.isEquivalentTo(Contract.class))
                        .map(JavaClass::reflect);

        assertThat(ContractPart.ALL)
                .<Class<?>>extracting(ContractPart::type)
                .containsExactlyInAnyOrderElementsOf(parts.toList());
    }
}
