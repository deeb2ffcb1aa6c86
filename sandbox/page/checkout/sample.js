// Somewhere to send things to that suits the person who pays: her own name, a place where her language is at home.

const PLACES = {
  AT: { city: "Wien", street_line1: "Neubaugasse 12", post_code: "1070", phone: "+436641234567" },
  CH: { city: "Zürich", street_line1: "Lindenhofstrasse 4", post_code: "8001", phone: "+41781234567" },
  CN: { city: "上海市", state: "上海", street_line1: "静安区南京西路1266号", post_code: "200040", phone: "+8613800138000" },
  DE: { city: "Leipzig", street_line1: "Lindenstraße 7", post_code: "04103", phone: "+4915112345678" },
  GB: { city: "London", street_line1: "12 Linden Gardens", post_code: "W2 4ES", phone: "+447700900123" },
  US: { city: "Portland", state: "OR", street_line1: "1207 Linden Street", post_code: "97201", phone: "+15035550142" },
};
// The town itself lies in Germany: who speaks English without saying where from lives there too.
const HOME = { zh: "CN" };
const TOWN = "DE";

export function sampleFor(person) {
  const [language, ...parts] = (person.language_code ?? "").split("-");
  const region = parts.map((part) => part.toUpperCase()).find((part) => part in PLACES);
  const country_code = region ?? HOME[language.toLowerCase()] ?? TOWN;
  const place = PLACES[country_code];
  return { state: "", street_line2: "", ...place, country_code, name: nameOf(person), email: `${mailName(person)}@example.org` };
}

const nameOf = ({ first_name, last_name }) => [first_name, last_name].filter(Boolean).join(" ");

function mailName(person) {
  return (person.username ?? nameOf(person)).normalize("NFD").toLowerCase().replaceAll(/[^a-z0-9]+/g, ".").replaceAll(/^\.|\.$/g, "") || `person${person.id}`;
}
