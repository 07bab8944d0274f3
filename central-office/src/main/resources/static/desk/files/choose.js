/*
 * A field above each long list of choices, by which people find one: by its letters, its pinyin or their initials. Without
 * this script the list alone is there, as browsers have it.
 */
for (const select of document.querySelectorAll('select[data-filter]')) {
  offer(select);
}

function offer(select) {
  const all = [...select.options];
  const find = document.createElement('input');
  find.type = 'search';
  find.autocomplete = 'off';
  find.id = `${select.id}-find`;
  find.placeholder = select.dataset.filter;
  find.setAttribute('aria-label', select.dataset.filter);
  find.setAttribute('aria-controls', select.id);
  const said = document.createElement('p');
  said.className = 'hint';
  said.setAttribute('role', 'status');
  select.before(find);
  select.after(said);
  find.addEventListener('input', () => {
    const found = show(select, all, find.value.trim().toLowerCase());
    said.textContent = find.value.trim() === '' ? '' : select.dataset.found.replace('#', found.length);
  });
  find.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault(); // Enter would send the form
      choose(select, all, find.value.trim().toLowerCase());
    }
  });
}

/** Leaves those that have the letters, and the chosen one, so that typing alone never changes what is chosen. */
function show(select, all, letters) {
  const [chosen] = select.selectedOptions;
  const found = matching(all, letters);
  select.replaceChildren(...all.filter((one) => one === chosen || found.includes(one)));
  if (chosen !== undefined) {
    chosen.selected = true; // what is taken out and put back is otherwise the browser's choice
  }
  return found;
}

/** The first that was found, and the keyboard goes to the list. */
function choose(select, all, letters) {
  const [first] = letters === '' ? [] : matching(all, letters);
  if (first !== undefined) {
    first.selected = true;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }
  select.focus();
}

/** What says nothing (an empty value) is not looked for. */
function matching(all, letters) {
  return letters === '' ? all : all.filter((one) => one.value !== ''
    && (one.text.toLowerCase().includes(letters) || one.dataset.sounds?.includes(letters)));
}
