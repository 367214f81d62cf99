/** HTML pages: templates, their texts in English and Arabic, and how money is written in them. Needs no script. */
package sandbox.page;
