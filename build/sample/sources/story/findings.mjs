// The findings: one that reaches the standard, one that falls short of it, one that is contested.
// `{{key}}` in a narrative stands where the citation chip of that passage goes.

const cite = (passageKey, bearing, credibility) => ({ passageKey, bearing, credibility });

const transfer = {
  title: 'FABULA HERON handed gas oil to SAEBYOK MORU 5 at sea on 15 March 2026',
  expectedStatus: 'established',
  claims: [
    {
      text: 'On 15 March 2026 FABULA HERON lay alongside SAEBYOK MORU 5 in open sea at 33-41.2N 124-18.7E.',
      provisionIds: ['unscr-2375-op11'],
      citations: [
        cite('imagery-alongside', 'supports', 2),
        cite('mail-receiver', 'supports', 2),
        cite('ais-gap', 'supports', 2),
        cite('mail-length', 'context', 2),
        cite('rider-transponder', 'context', 2),
        cite('bill-no-receiver', 'context', 2),
      ],
    },
    {
      text: "SAEBYOK MORU 5 flies the flag of the Democratic People's Republic of Korea.",
      provisionIds: ['unscr-2375-op11'],
      citations: [cite('ais-receiver-flag', 'supports', 2), cite('mail-receiver-flag', 'supports', 2)],
    },
    {
      text: 'FABULA HERON had loaded 5,912.440 tons of gas oil and gave it to the other vessel before she reached Port Selwick.',
      provisionIds: ['unscr-2375-op11', 'unscr-2397-op5'],
      citations: [
        cite('bill-cargo', 'supports', 2),
        cite('agent-empty', 'supports', 1),
        cite('imagery-freeboard', 'supports', 2),
        cite('ais-draught', 'context', 3),
      ],
    },
    {
      text: "Moru Haeun of the Democratic People's Republic of Korea holds the majority of the charterer, Ninefold Lantern Trading Co., Ltd.",
      provisionIds: ['unscr-2375-op18'],
      citations: [
        cite('register-control', 'supports', 1),
        cite('mail-owners', 'supports', 2),
        cite('transcript-price', 'context', 2),
      ],
    },
  ],
  participants: ['Quillfeather Maritime Ltd', 'Ninefold Lantern Trading Co., Ltd.', 'Moru Haeun'],
  requests: [
    {
      to: 'Quillfeather Maritime Ltd',
      sentOn: '2026-04-21',
      dueOn: '2026-05-12',
      outcome: 'declined',
      outcomeOn: '2026-05-05',
      note: 'Counsel wrote that the company does not comment on voyages.',
    },
    {
      to: 'Ninefold Lantern Trading Co., Ltd.',
      sentOn: '2026-04-21',
      dueOn: '2026-05-12',
      outcome: 'not-reachable',
      outcomeOn: '2026-04-30',
      note: 'Returned: office closed. A second letter to the director was returned as well.',
    },
    {
      to: 'Moru Haeun',
      sentOn: '2026-04-22',
      dueOn: '2026-05-20',
      outcome: 'sent',
      note: 'Through the Permanent Mission; no answer when this finding was written.',
    },
  ],
  narrative: [
    'A tanker that had loaded 5,912.440 tons of gas oil at Calderis {{bill-cargo}} fell silent for more than fourteen hours {{ais-gap}}. Within that time two hulls lay alongside each other in open sea {{imagery-alongside}}.',
    'Five days earlier her broker had written that the receiving vessel would be SAEBYOK MORU 5 and that her name was to appear nowhere {{mail-receiver}}. He was told to expect a ship of 84 metres {{mail-length}}, which is what the provider measured, under the flag of the DPRK {{mail-receiver-flag}}, as the traffic centre has it too {{ais-receiver-flag}}. The bill of lading names no receiving vessel {{bill-no-receiver}}. The charter party ordered the silence {{rider-transponder}}.',
    'The longer hull rose by about two metres between two frames {{imagery-freeboard}}, and the port agent, who went on board, found the tanks empty {{agent-empty}}.',
    'Sixty per cent of the charterer belong to Moru Haeun {{register-control}}, which also owned the tanker until she was sold for one crown {{transcript-price}}.',
  ],
  alternatives: [
    {
      text: 'The transponder failed and the tanker drifted alone, as her master told the harbour master.',
      assessment: 'Does not agree with the frame of 02:14 UTC nor with the rider to the charter party.',
    },
    {
      text: 'The shorter hull was another ship of the same length.',
      assessment: "The provider holds its identity to be probable only; the broker's e-mail names it.",
    },
  ],
};

const earlier = {
  title: 'Three earlier deliveries in January and February 2026',
  expectedStatus: 'reported',
  claims: [
    {
      text: 'FABULA HERON delivered gas oil to the same buyer three times in January and February 2026.',
      provisionIds: ['unscr-2375-op11', 'unscr-2397-op5'],
      citations: [
        cite('ko-earlier', 'supports', 3),
        cite('en-earlier', 'supports', 3),
        cite('ko-unverified', 'context', 2),
      ],
    },
  ],
  participants: ['Moru Haeun', 'Quillfeather Maritime Ltd'],
  requests: [],
  narrative: [
    'A Korean newspaper reports three earlier deliveries {{ko-earlier}}, and so does a paper in Calderis {{en-earlier}}. Both rest on one report of the Yeonseup News Agency (연습통신), which quotes one unnamed source. The Korean paper says that it could not verify the allegation {{ko-unverified}}.',
    'No reply has been asked for yet from those named.',
  ],
  alternatives: [
    {
      text: 'The source reckoned voyages of another ship to FABULA HERON.',
      assessment: 'Cannot be judged: no dates or places were given.',
    },
  ],
};

const flag = {
  title: 'The flag of FABULA HERON during the transfer',
  expectedStatus: 'contested',
  claims: [
    {
      text: 'FABULA HERON was registered in Marenda on 15 March 2026.',
      provisionIds: ['unscr-2375-op11', 'unscr-2397-op12'],
      citations: [
        cite('transcript-open', 'supports', 2),
        cite('agent-flag', 'supports', 2),
        cite('reply-closed', 'contradicts', 3),
        cite('reply-entered', 'context', 2),
        cite('insurer-flag', 'context', 2),
      ],
    },
  ],
  participants: ['Marenda Maritime Administration'],
  requests: [
    {
      to: 'Marenda Maritime Administration',
      sentOn: '2026-04-21',
      dueOn: '2026-05-15',
      outcome: 'replied',
      outcomeOn: '2026-05-12',
      replyFile: '12-flag-registry-reply.pdf',
      note: 'Disputes the finding; may be attributed.',
    },
  ],
  narrative: [
    'A transcript of 2 April 2026 shows the registration as open {{transcript-open}}, and the port agent saw the flag and a certificate four days after the transfer {{agent-flag}}.',
    'The Administration replied that the registration had been closed three days before the transfer {{reply-closed}}. Its own annex shows that the closure was entered on 29 April {{reply-entered}}, after our request. Cover of the insurer would have ended with the flag {{insurer-flag}}.',
  ],
  alternatives: [
    {
      text: 'The owner asked for closure on 12 March and the entry was late, as the Administration says.',
      assessment: 'Possible: the request itself has not been released.',
    },
    {
      text: 'The closure was dated back after our request.',
      assessment: 'Possible: agrees with the day of entry and with the transcript.',
    },
  ],
};

export const findings = [transfer, earlier, flag];
