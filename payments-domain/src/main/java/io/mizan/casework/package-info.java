/** Surprises that a person works on. A case says what surprises, with what evidence, and proposes what to do. */
package io.mizan.casework;
