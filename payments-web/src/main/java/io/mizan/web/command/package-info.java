/** What the commands have in common that an operator runs beside the server, from the unpacked WAR. */
package io.mizan.web.command;
